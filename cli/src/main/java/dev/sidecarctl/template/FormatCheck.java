package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.NearestWord;
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
  /** Words that are there to be read, and stand under no condition. */
  static final Set<String> PLAIN = Set.of(Part.ON_CONFLICT, PartsCheck.PLACEMENT);

  /** The types in whose values references are filled in, with all that is below them. */
  static final Set<String> FILLED = Set.of("ContainerItem", "VolumeItem", "Target", "PodPart");

  static final Map<String, List<String>> REQUIRED =
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
  private final ConditionCheck conditions;
  private final ScalarCheck scalars;
  private final Problems problems;

  FormatCheck(ReferenceCheck references, ConditionCheck conditions, Problems problems) {
    this.references = references;
    this.conditions = conditions;
    this.scalars = new ScalarCheck(references, conditions, problems);
    this.problems = problems;
  }

  void check(Value document) {
    check(document, FieldTable.DOCUMENT, FieldPath.root(), Scope.PLAIN);
  }

  private void check(Value value, Field field, FieldPath at, Scope scope) {
    if (field.type().equals("*") && field.shape() == Shape.ONE) {
      return;
    }
    if (field.shape() == Shape.LIST) {
      checkList(value, field, at, scope);
    } else if (field.shape() == Shape.MAP) {
      checkMap(value, field, at, scope);
    } else if (field.isStruct()) {
      checkStruct(
          value, field.type(), at, FILLED.contains(field.type()) ? scope.asFilled() : scope);
    } else if (!value.isNull()) {
      scalars.check(value, field.type(), at, scope);
    }
  }

  private void checkList(Value value, Field field, FieldPath at, Scope scope) {
    if (!(value instanceof Value.Sequence list)) {
      boolean reference =
          value.asText().isPresent()
              && !field.item().isStruct()
              && references.checkList(value.asText().get(), field.type(), value.origin(), scope);
      if (!reference) {
        complainUnlessNull(value, "a list", at);
      }
      return;
    }
    for (int i = 0; i < list.items().size(); i++) {
      Value item = list.items().get(i);
      if (item.isNull() && !field.type().equals("*")) {
        String due = field.item().isStruct() ? "a mapping" : "a value";
        complain(item, due, at.index(i), "take the item out, or fill it in");
      } else {
        check(item, field.item(), at.index(i), scope.asItem());
      }
    }
  }

  private void checkMap(Value value, Field field, FieldPath at, Scope scope) {
    if (!(value instanceof Value.Mapping map)) {
      complainUnlessNull(value, "a mapping", at);
      return;
    }
    for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
      references.check(entry.getKey(), "s", map.keyOrigin(entry.getKey()), scope);
      check(entry.getValue(), field.item(), at.key(entry.getKey()), scope.below());
    }
  }

  private void checkStruct(Value value, String type, FieldPath at, Scope scope) {
    if (!(value instanceof Value.Mapping mapping)) {
      complainUnlessNull(value, "a mapping", at);
      return;
    }
    List<String> required = REQUIRED.getOrDefault(type, List.of());
    Scope inner = conditions.checkRules(mapping, at, scope).below();
    Map<String, Field> fields = FieldTable.fields(type);
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      Field field = fields.get(key);
      boolean plain = required.contains(key) || PLAIN.contains(key);
      if (field == null) {
        complainOfKey(mapping, key, fields, at, scope);
      } else if (plain && entry.getValue() instanceof Value.Mapping && !field.isStruct()) {
        scalars.complain(entry.getValue(), field.type(), at.key(key));
      } else {
        check(entry.getValue(), field, at.key(key), inner);
      }
    }
    for (String key : required) {
      if (!mapping.has(key)) {
        String help = key.equals("name") ? "every one of them is known by its name" : "";
        problems.add(Code.TEMPLATE_MISSING_KEY, place(at) + " has no " + key, mapping, help);
      }
    }
  }

  private void complainOfKey(
      Value.Mapping mapping, String key, Map<String, Field> fields, FieldPath at, Scope scope) {
    if (conditions.isRule(key, scope)) {
      return;
    }
    if (Written.RULES.contains(key)) {
      problems.add(
          Code.TEMPLATE_UNKNOWN_KEY,
          key + " has no say here",
          mapping.keyOrigin(key),
          scope.filled()
              ? "it stands in items of lists"
              : "it stands in sidecars, containers, initContainers, volumes, targets and pod");
      return;
    }
    problems.add(
        Code.TEMPLATE_UNKNOWN_KEY,
        place(at) + " has no key " + key,
        mapping.keyOrigin(key),
        NearestWord.help(key, fields.keySet()));
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
