package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.Quantities;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.template.FieldTable.Field;
import dev.sidecarctl.template.FieldTable.Shape;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds a template against the {@link FieldTable}: unknown and missing keys, wrong types,
 * references that nothing stands behind. A null counts as left out, as in Kubernetes.
 */
final class FormatCheck {
  /** Keys of the format that are not built yet: refused, lest they be ignored. */
  private static final Set<String> LATER = Set.of("when", "forEach", "extends", "sidecarctl");

  /** The types in whose values references are filled in, with all that is below them. */
  private static final Set<String> FILLED =
      Set.of("ContainerItem", "VolumeItem", "Target", "PodPart");

  private static final Map<String, List<String>> REQUIRED =
      Map.ofEntries(
          Map.entry("SidecarTemplate", List.of("metadata", "spec")),
          Map.entry("TemplateMetadata", List.of("name")),
          Map.entry("Parameter", List.of("name")),
          Map.entry("ContainerItem", List.of("name", "image")),
          Map.entry("VolumeItem", List.of("name")),
          Map.entry("EnvVar", List.of("name")),
          Map.entry("TargetVariable", List.of("name")),
          Map.entry("ContainerPort", List.of("containerPort")),
          Map.entry("TargetPort", List.of("containerPort")),
          Map.entry("VolumeMount", List.of("name", "mountPath")),
          Map.entry("TargetMount", List.of("name", "mountPath")),
          Map.entry("VolumeDevice", List.of("name", "devicePath")),
          Map.entry("LabelSelectorRequirement", List.of("key", "operator")));

  private final ReferenceCheck references;
  private final Problems problems;

  FormatCheck(ReferenceCheck references, Problems problems) {
    this.references = references;
    this.problems = problems;
  }

  void check(Value document) {
    check(document, FieldTable.DOCUMENT, FieldPath.root(), false);
  }

  /**
   * @param filled whether references are filled in here
   */
  private void check(Value value, Field field, FieldPath at, boolean filled) {
    if (field.type().equals("*") && field.shape() == Shape.ONE) {
      return;
    }
    if (field.shape() == Shape.LIST) {
      checkList(value, field, at, filled);
    } else if (field.shape() == Shape.MAP) {
      checkMap(value, field, at, filled);
    } else if (field.isStruct()) {
      checkStruct(value, field.type(), at, filled || FILLED.contains(field.type()));
    } else if (!value.isNull()) {
      checkScalar(value, field.type(), at, filled);
    }
  }

  private void checkList(Value value, Field field, FieldPath at, boolean filled) {
    if (!(value instanceof Value.Sequence list)) {
      complainUnlessNull(value, "a list", at);
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      Value item = list.items().get(i);
      if (item.isNull() && !field.type().equals("*")) {
        String due = field.item().isStruct() ? "a mapping" : "a value";
        complain(item, due, at.index(i), "take the item out, or fill it in");
      } else {
        check(item, field.item(), at.index(i), filled);
      }
    }
  }

  private void checkMap(Value value, Field field, FieldPath at, boolean filled) {
    if (!(value instanceof Value.Mapping map)) {
      complainUnlessNull(value, "a mapping", at);
      return;
    }
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      references.check(entry.getKey(), "s", map.keyOrigin(entry.getKey()), filled);
      check(entry.getValue(), field.item(), at.key(entry.getKey()), filled);
    }
  }

  private void checkStruct(Value value, String type, FieldPath at, boolean filled) {
    if (!(value instanceof Value.Mapping mapping)) {
      complainUnlessNull(value, "a mapping", at);
      return;
    }
    Map<String, Field> fields = FieldTable.fields(type);
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      Field field = fields.get(entry.getKey());
      if (field == null) {
        complainOfKey(mapping, entry.getKey(), fields, at);
      } else {
        check(entry.getValue(), field, at.key(entry.getKey()), filled);
      }
    }
    for (String key : REQUIRED.getOrDefault(type, List.of())) {
      if (!mapping.has(key)) {
        String help = key.equals("name") ? "every one of them is known by its name" : "";
        problems.add(Code.TEMPLATE_MISSING_KEY, place(at) + " has no " + key, mapping, help);
      }
    }
  }

  private void complainOfKey(
      Value.Mapping mapping, String key, Map<String, Field> fields, FieldPath at) {
    if (LATER.contains(key)) {
      problems.add(
          Code.TEMPLATE_KEY_UNSUPPORTED,
          "this build does not know " + key + " yet",
          mapping.keyOrigin(key),
          "take it out, or use a newer sidecarctl");
    } else {
      problems.add(
          Code.TEMPLATE_UNKNOWN_KEY,
          place(at) + " has no key " + key,
          mapping.keyOrigin(key),
          NearestWord.help(key, fields.keySet()));
    }
  }

  private void checkScalar(Value value, String type, FieldPath at, boolean filled) {
    if (!(value instanceof Value.Scalar scalar)) {
      complainOfStructure(value, type, at);
      return;
    }
    boolean text = scalar.kind() == Value.Kind.STRING;
    if (text && references.check(scalar.text(), type, scalar.origin(), filled)) {
      return;
    }
    boolean integer = scalar.kind() == Value.Kind.INTEGER;
    boolean good =
        switch (type) {
          case "i" -> integer;
          case "b" -> scalar.kind() == Value.Kind.BOOLEAN;
          case "q" -> text || integer || scalar.kind() == Value.Kind.FLOAT;
          case "x" -> text || integer;
          default -> text;
        };
    if (!good) {
      complain(scalar, noun(type), at, type.equals("s") ? "put it in quotes" : "");
    } else if (type.equals("q") && Quantities.canonical(scalar.text()).isEmpty()) {
      problems.add(
          Code.TEMPLATE_VALUE,
          at + ": \"" + scalar.text() + "\" is no quantity",
          scalar,
          ParameterType.QUANTITY.help());
    }
  }

  /**
   * Where a string is due, later builds take structures to serialise, and items with a condition.
   */
  private void complainOfStructure(Value value, String type, FieldPath at) {
    if (value instanceof Value.Mapping mapping) {
      for (String key : List.of("yaml", "json", "when", "forEach")) {
        if (mapping.find(key).isPresent()) {
          problems.add(
              Code.TEMPLATE_KEY_UNSUPPORTED,
              "this build does not know " + key + " in place of a string yet",
              mapping.keyOrigin(key),
              "write the string itself, or use a newer sidecarctl");
          return;
        }
      }
    }
    complain(value, noun(type), at, "");
  }

  private static String noun(String type) {
    return switch (type) {
      case "i" -> "an integer";
      case "b" -> "a boolean";
      case "q" -> "a quantity";
      case "x" -> "an integer or a string";
      default -> "a string";
    };
  }

  private void complainUnlessNull(Value value, String due, FieldPath at) {
    if (!value.isNull()) {
      complain(value, due, at, "");
    }
  }

  private void complain(Value value, String due, FieldPath at, String help) {
    problems.add(
        Code.TEMPLATE_TYPE,
        place(at) + " is " + TypeWords.of(value) + ", where " + due + " is due",
        value,
        help);
  }

  private static String place(FieldPath at) {
    return at.segments().isEmpty() ? "the template" : at.toString();
  }
}
