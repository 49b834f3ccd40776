package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.both;
import static dev.sidecarctl.editor.Keywords.of;
import static dev.sidecarctl.editor.Keywords.orNull;

import dev.sidecarctl.editor.HoverTexts;
import dev.sidecarctl.editor.Keywords;
import dev.sidecarctl.template.FieldTable.Field;
import dev.sidecarctl.template.FieldTable.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the JSON Schema of templates out of the {@link FieldTable}, for editors. Types become
 * definitions. Types of alternatives stand in one list rather than under {@code anyOf} wherever
 * they can: editors then know which of them is meant, and say what is wrong with it.
 */
final class TemplateSchema {
  /** A type, where references are filled in or not, as an item or where null is admitted, too. */
  private record Use(String type, boolean filled, boolean item) {}

  private static final String SIDECAR = "SidecarItem";

  private final HoverTexts texts = HoverTexts.of("template-texts.txt");
  private final Map<String, String> bases = bases();
  private final Map<Use, String> names = new HashMap<>();
  private final Map<String, Object> definitions = new TreeMap<>();

  private TemplateSchema() {}

  /** The whole schema. */
  static Map<String, Object> make() {
    TemplateSchema schema = new TemplateSchema();
    Map<String, Object> root =
        of(
            "$schema", "http://json-schema.org/draft-07/schema#",
            "title", "A template of sidecarctl",
            "defaultSnippets", SchemaSnippets.DOCUMENT);
    Map<String, Object> document = schema.struct(new Use(FieldTable.DOCUMENT.type(), false, true));
    List<String> required = new ArrayList<>(List.of("apiVersion", "kind"));
    required.addAll(FormatCheck.REQUIRED.get(FieldTable.DOCUMENT.type()));
    root.putAll(document);
    root.put("required", required);
    root.put("definitions", schema.definitions);
    return root;
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

  private String define(Use use) {
    String known = names.get(use);
    if (known == null) {
      known = (use.filled ? "" : "Plain") + use.type + (use.item ? "" : "OrNull");
      names.put(use, known);
      Map<String, Object> struct = struct(use);
      definitions.put(known, use.item ? struct : orNull(struct));
    }
    return known;
  }

  private Map<String, Object> struct(Use use) {
    List<String> required = FormatCheck.REQUIRED.getOrDefault(use.type, List.of());
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Map.Entry<String, Field> entry : FieldTable.fields(use.type).entrySet()) {
      String key = entry.getKey();
      boolean due = required.contains(key) || SchemaRules.HEAD.contains(use.type + "." + key);
      Map<String, Object> value = field(use, key, entry.getValue(), due);
      properties.put(key, both(annotations(use.type, key), value));
    }
    Map<String, Object> struct = Keywords.mapping(properties, required);
    struct.putAll(SchemaConditions.beside(use.type, use.filled));
    if (SchemaSnippets.ITEMS.containsKey(use.type)) {
      struct.put("defaultSnippets", SchemaSnippets.ITEMS.get(use.type));
    }
    return struct;
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

  private Map<String, Object> field(Use holder, String key, Field field, boolean due) {
    String path = holder.type + "." + key;
    boolean filled = holder.filled || FormatCheck.FILLED.contains(field.type());
    if (field.shape() == Shape.LIST) {
      Map<String, Object> item = value(path, field.type(), filled, true);
      return orNullUnless(due, of("type", "array", "items", item));
    }
    if (field.shape() == Shape.MAP) {
      Map<String, Object> item = value(path, field.type(), filled, false);
      Map<String, Object> map = of("type", "object", "additionalProperties", item);
      if (path.equals("PodPartMetadata.annotations")) {
        map.put("propertyNames", SchemaRules.FOREIGN);
      }
      return orNullUnless(due, map);
    }
    return value(path, field.type(), filled, due);
  }

  private static Map<String, Object> orNullUnless(boolean due, Map<String, Object> keywords) {
    return due ? keywords : orNull(keywords);
  }

  /**
   * @param due whether null is no value here
   */
  private Map<String, Object> value(String path, String type, boolean filled, boolean due) {
    if (path.equals("TemplateSpec.sidecars")) {
      return reference(sidecar());
    }
    if (type.length() > 1) {
      return reference(define(new Use(type, filled, due)));
    }
    Map<String, Object> rule = SchemaRules.FIELDS.get(path);
    if (rule == null && path.equals("LabelSelectorRequirement.operator") && !filled) {
      rule = Keywords.words(LabelSelector.OPERATORS);
    }
    if (type.equals("*")) {
      return Map.of();
    }
    return orNullUnless(due, rule == null ? SchemaScalars.scalar(type, filled) : rule);
  }

  /** A container item whose {@code restartPolicy} is settled. */
  private String sidecar() {
    if (!definitions.containsKey(SIDECAR)) {
      Map<String, Object> item = struct(new Use("ContainerItem", true, true));
      @SuppressWarnings("unchecked")
      Map<String, Object> properties = (Map<String, Object>) item.get("properties");
      properties.put(
          "restartPolicy",
          both(
              of("description", "Always, if anything: from Kubernetes 1.29 on it is filled in."),
              orNull(Keywords.words(List.of("Always")))));
      definitions.put(SIDECAR, item);
    }
    return SIDECAR;
  }

  private static Map<String, Object> reference(String definition) {
    return of("$ref", "#/definitions/" + definition);
  }
}
