package dev.sidecarctl.check.schemas;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Reads the properties of one model out of its bytecode. */
final class ModelClass {
  private static final String SERIALIZED_NAME = "Lcom/google/gson/annotations/SerializedName;";
  private static final String API_PROPERTY = "Lio/swagger/annotations/ApiModelProperty;";
  private static final String REQUIRED_FIELDS = "openapiRequiredFields";
  private static final Map<String, String> SCALARS =
      Map.of(
          "Ljava/lang/String;", "s",
          "Ljava/lang/Integer;", "i",
          "Ljava/lang/Long;", "l",
          "Ljava/lang/Double;", "d",
          "Ljava/lang/Boolean;", "b",
          "Ljava/time/OffsetDateTime;", "t",
          "[B", "y",
          "Lio/kubernetes/client/custom/IntOrString;", "x",
          "Lio/kubernetes/client/custom/Quantity;", "q",
          "Ljava/lang/Object;", "*");
  private static final String LIST = "Ljava/util/List<";
  private static final String MAP = "Ljava/util/Map<Ljava/lang/String;";

  private final ClassNode type;
  private final Map<String, String> namesByField = new HashMap<>();

  private ModelClass(ClassNode type) {
    this.type = type;
  }

  /** By the name that they have in a manifest. */
  static Map<String, ModelProperty> properties(ClassNode type) {
    return new ModelClass(type).properties();
  }

  private Map<String, ModelProperty> properties() {
    Map<String, String> types = new TreeMap<>();
    for (FieldNode field : type.fields) {
      String name = serializedName(field);
      if (name != null) {
        namesByField.put(field.name, name);
        types.put(name, letters(field.signature == null ? field.desc : field.signature));
      }
    }
    Set<String> required = required();
    Map<String, ModelProperty> properties = new TreeMap<>();
    types.forEach(
        (name, letters) ->
            properties.put(name, new ModelProperty(letters, required.contains(name))));
    return properties;
  }

  private static @Nullable String serializedName(FieldNode field) {
    AnnotationNode annotation = annotation(field.visibleAnnotations, SERIALIZED_NAME);
    return annotation == null ? null : (String) value(annotation, "value");
  }

  private static String letters(String signature) {
    String scalar = SCALARS.get(signature);
    if (scalar != null) {
      return scalar;
    }
    if (signature.startsWith(LIST)) {
      return "[" + letters(signature.substring(LIST.length(), signature.length() - 2));
    }
    if (signature.startsWith(MAP)) {
      return "{" + letters(signature.substring(MAP.length(), signature.length() - 2));
    }
    if (signature.equals("Lio/kubernetes/client/custom/V1Patch;")) {
      return "*";
    }
    if (!signature.contains("/models/")) {
      throw new IllegalStateException("no letter for " + signature);
    }
    return "#" + ModelJar.simple(signature.substring(1, signature.length() - 1));
  }

  /**
   * Newer jars list them in a static field, older ones annotate getters. Where both do, they agree.
   */
  private Set<String> required() {
    Set<String> annotated = annotated();
    if (type.fields.stream().noneMatch(field -> field.name.equals(REQUIRED_FIELDS))) {
      return annotated;
    }
    Set<String> listed = listed();
    if (!annotated.isEmpty() && !annotated.equals(listed)) {
      throw new IllegalStateException(type.name + " requires " + annotated + " or " + listed);
    }
    return listed;
  }

  private Set<String> annotated() {
    Set<String> required = new HashSet<>();
    for (MethodNode method : type.methods) {
      AnnotationNode annotation = annotation(method.visibleAnnotations, API_PROPERTY);
      if (annotation != null && Boolean.TRUE.equals(value(annotation, "required"))) {
        for (AbstractInsnNode instruction : method.instructions) {
          if (instruction instanceof FieldInsnNode read && namesByField.containsKey(read.name)) {
            required.add(namesByField.get(read.name));
            break;
          }
        }
      }
    }
    return required;
  }

  /** The texts from which the static initializer makes the set of required fields. */
  private Set<String> listed() {
    Set<String> texts = new HashSet<>();
    for (MethodNode method : type.methods) {
      if (method.name.equals("<clinit>")) {
        for (AbstractInsnNode instruction : method.instructions) {
          if (instruction instanceof LdcInsnNode text) {
            texts.add((String) text.cst);
          } else if (instruction.getOpcode() == Opcodes.PUTSTATIC) {
            if (((FieldInsnNode) instruction).name.equals(REQUIRED_FIELDS)) {
              return texts;
            }
            texts.clear();
          }
        }
      }
    }
    throw new IllegalStateException(type.name + " does not list its required fields");
  }

  private static @Nullable AnnotationNode annotation(
      @Nullable List<AnnotationNode> annotations, String descriptor) {
    if (annotations != null) {
      for (AnnotationNode annotation : annotations) {
        if (annotation.desc.equals(descriptor)) {
          return annotation;
        }
      }
    }
    return null;
  }

  private static @Nullable Object value(AnnotationNode annotation, String key) {
    List<Object> values = annotation.values == null ? List.of() : annotation.values;
    for (int i = 0; i + 1 < values.size(); i += 2) {
      if (values.get(i).equals(key)) {
        return values.get(i + 1);
      }
    }
    return null;
  }
}
