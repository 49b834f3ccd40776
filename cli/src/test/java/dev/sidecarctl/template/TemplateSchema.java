package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.both;
import static dev.sidecarctl.editor.Keywords.orNull;

import dev.sidecarctl.editor.HoverTexts;
import dev.sidecarctl.editor.Keywords;
import dev.sidecarctl.template.FieldTable.Field;
import dev.sidecarctl.template.FieldTable.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes the JSON Schema of templates out of the {@link FieldTable}, for editors. Types become
 * definitions. Types of alternatives stand in one list rather than under {@code anyOf} wherever
 * they can: editors then know which of them is meant, and say what is wrong with it.
 */
final class TemplateSchema {
  /**
   * A type and where it stands: where references are filled in, as an item or where null is
   * admitted, too, and in a template that is laid over another one.
   */
  private record Use(String type, boolean filled, boolean item, boolean over) {
    String name() {
      return (over ? "Over" : "") + (filled ? "" : "Plain") + type + (item ? "" : "OrNull");
    }

    /** Where nothing is different in a template over another one, there is one definition. */
    Use simplest() {
      return new Use(type, filled, item, over && OVER.contains(type));
    }
  }

  /** What the template below may bring; and the types that have such fields somewhere below. */
  private static final Map<String, List<String>> BROUGHT =
      Map.of(
          "ContainerItem", List.of("image"),
          "VolumeMount", List.of("name"),
          "TargetMount", List.of("name"),
          "VolumeDevice", List.of("name"));

  private static final Set<String> OVER =
      Set.of(
          "TemplateSpec",
          "Parameter",
          "ContainerItem",
          "Target",
          "VolumeMount",
          "TargetMount",
          "VolumeDevice");

  private static final String SIDECAR = "SidecarItem";

  private final HoverTexts texts = HoverTexts.of("template-texts.txt");
  private final Map<String, String> bases = bases();
  private final Set<String> names = new HashSet<>();
  private final Map<String, Object> definitions = new TreeMap<>();

  private TemplateSchema() {}

  /** The whole schema. */
  static Map<String, Object> make() {
    TemplateSchema schema = new TemplateSchema();
    Map<String, Object> root =
        Keywords.of(
            "$schema", "http://json-schema.org/draft-07/schema#",
            "title", "A template of sidecarctl",
            "defaultSnippets", SchemaSnippets.DOCUMENT);
    Use document = new Use(FieldTable.DOCUMENT.type(), false, true, false);
    List<String> required = new ArrayList<>(List.of("apiVersion", "kind"));
    required.addAll(FormatCheck.REQUIRED.get(document.type));
    root.putAll(schema.struct(document));
    root.put("required", required);
    schema.addExtension(root);
    schema.definitions.putAll(SchemaScalars.definitions());
    root.put("definitions", schema.definitions);
    return root;
  }

  /** A template that extends another one has another {@code spec}. */
  private void addExtension(Map<String, Object> root) {
    @SuppressWarnings("unchecked")
    Map<String, Object> properties = (Map<String, Object>) root.get("properties");
    properties.put("spec", texts.annotations("SidecarTemplate.spec"));
    Map<String, Object> extending =
        Keywords.of(
            "type", "object",
            "required", List.of(Extension.EXTENDS),
            "properties", Keywords.of(Extension.EXTENDS, Keywords.of("type", "string")));
    root.put(
        "if",
        Keywords.of("required", List.of("spec"), "properties", Keywords.of("spec", extending)));
    root.put("then", Keywords.of("properties", Keywords.of("spec", spec(true))));
    root.put("else", Keywords.of("properties", Keywords.of("spec", spec(false))));
  }

  private Map<String, Object> spec(boolean over) {
    return reference(define(new Use("TemplateSpec", false, true, over)));
  }

  /** The types that take over the fields of another one, and which. */
  static Map<String, String> bases() {
    Map<String, String> bases = new HashMap<>();
    for (String line : FormatFields.TABLE.split("\n")) {
      for (String token : line.split(" ")) {
        if (token.startsWith("+")) {
          bases.put(line.substring(0, line.indexOf(':')), token.substring(1));
        }
      }
    }
    return bases;
  }

  private String define(Use wanted) {
    Use use = wanted.simplest();
    if (names.add(use.name())) {
      Map<String, Object> struct = struct(use);
      definitions.put(use.name(), use.item ? struct : orNull(struct));
    }
    return use.name();
  }

  private Map<String, Object> struct(Use use) {
    List<String> required = required(use);
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Map.Entry<String, Field> entry : FieldTable.fields(use.type).entrySet()) {
      String key = entry.getKey();
      Map<String, Object> value = field(use, key, entry.getValue());
      properties.put(key, both(annotations(use.type, key), value));
    }
    if (use.filled) {
      properties.putAll(SchemaWritten.rules(use.item));
    }
    Map<String, Object> struct = Keywords.mapping(properties, required);
    struct.putAll(SchemaConditions.beside(use.type, use.filled));
    if (use.type.equals("Parameter") && !use.over) {
      struct.put("allOf", SchemaParameters.branches());
    }
    if (SchemaSnippets.ITEMS.containsKey(use.type)) {
      struct.put("defaultSnippets", SchemaSnippets.ITEMS.get(use.type));
    }
    return struct;
  }

  private static List<String> required(Use use) {
    List<String> required = new ArrayList<>(FormatCheck.REQUIRED.getOrDefault(use.type, List.of()));
    if (use.over) {
      required.removeAll(BROUGHT.getOrDefault(use.type, List.of()));
    }
    return required;
  }

  private Map<String, Object> annotations(String type, String key) {
    Map<String, Object> found = texts.annotations(type + "." + key);
    if (found.isEmpty() && bases.containsKey(type)) {
      return annotations(bases.get(type), key);
    }
    Map<String, Object> annotations = new LinkedHashMap<>(found);
    Object value = SchemaRules.DEFAULTS.get(type + "." + key);
    if (value != null) {
      annotations.put("default", value);
    }
    return annotations;
  }

  private Map<String, Object> field(Use holder, String key, Field field) {
    String path = holder.type + "." + key;
    boolean filled = holder.filled || FormatCheck.FILLED.contains(field.type());
    boolean due =
        FormatCheck.REQUIRED.getOrDefault(holder.type, List.of()).contains(key)
            || SchemaRules.HEAD.contains(path);
    if (field.shape() == Shape.LIST) {
      return list(holder, path, field, filled);
    }
    if (field.shape() == Shape.MAP) {
      return map(path, field, filled);
    }
    if (field.isStruct()) {
      return reference(define(new Use(field.type(), filled, due, holder.over)));
    }
    // What a thing is known by, and what becomes of it, is said outright.
    boolean outright = due || FormatCheck.PLAIN.contains(key) || !filled;
    if (outright) {
      Map<String, Object> plain = form(path, field.type(), filled);
      return due ? plain : orNull(plain);
    }
    return SchemaRules.FIELDS.containsKey(path)
        ? SchemaScalars.orWritten(form(path, field.type(), true), field.type(), false)
        : reference(SchemaScalars.name(field.type(), false));
  }

  private Map<String, Object> list(Use holder, String path, Field field, boolean filled) {
    if (path.equals("TemplateSpec.sidecars")) {
      return Keywords.of(
          "type", List.of("array", "null"), "items", reference(sidecar(holder.over)));
    }
    if (field.item().isStruct()) {
      Use item = new Use(field.type(), filled, true, holder.over);
      return Keywords.of("type", List.of("array", "null"), "items", reference(define(item)));
    }
    if (!filled) {
      return Keywords.of(
          "type", List.of("array", "null"), "items", form(path, field.type(), false));
    }
    return SchemaScalars.orList(
        Keywords.of(
            "items",
            SchemaRules.FIELDS.containsKey(path)
                ? SchemaScalars.orWritten(form(path, field.type(), true), field.type(), true)
                : reference(SchemaScalars.name(field.type(), true))));
  }

  private Map<String, Object> map(String path, Field field, boolean filled) {
    Map<String, Object> value =
        filled
            ? reference(SchemaScalars.name(field.type(), false))
            : orNull(SchemaScalars.plain(field.type(), false));
    Map<String, Object> map =
        Keywords.of("type", List.of("object", "null"), "additionalProperties", value);
    if (path.equals("PodPartMetadata.annotations")) {
      map.put("propertyNames", SchemaRules.FOREIGN);
    }
    return map;
  }

  /** A scalar itself. */
  private static Map<String, Object> form(String path, String type, boolean filled) {
    if (type.equals("*")) {
      return Map.of();
    }
    if (path.equals("LabelSelectorRequirement.operator") && !filled) {
      return Keywords.words(LabelSelector.OPERATORS);
    }
    Map<String, Object> rule = SchemaRules.FIELDS.get(path);
    return rule == null ? SchemaScalars.plain(type, filled) : rule;
  }

  /** A container item whose {@code restartPolicy} is settled. */
  private String sidecar(boolean over) {
    String name = (over ? "Over" : "") + SIDECAR;
    Map<String, Object> item = struct(new Use("ContainerItem", true, true, over));
    @SuppressWarnings("unchecked")
    Map<String, Object> properties = (Map<String, Object>) item.get("properties");
    properties.put(
        "restartPolicy",
        both(
            Keywords.of(
                "description", "Always, if anything: from Kubernetes 1.29 on it is filled in."),
            SchemaScalars.always()));
    definitions.put(name, item);
    return name;
  }

  private static Map<String, Object> reference(String definition) {
    return Keywords.of("$ref", "#/definitions/" + definition);
  }
}
