package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.NOTHING;
import static dev.sidecarctl.editor.Keywords.both;

import dev.sidecarctl.editor.HoverTexts;
import dev.sidecarctl.editor.Keywords;
import java.util.List;
import java.util.Map;

/** Conditions, repetition, and the mappings that stand for a value or a structure as a text. */
final class SchemaWritten {
  private static final HoverTexts TEXTS = HoverTexts.of("template-texts.txt");
  private static final String CONDITION = "Condition";
  private static final String STRUCTURE = "Structure";
  private static final List<String> ANY =
      List.of("string", "number", "boolean", "object", "array", "null");
  private static final List<String> SCALARS = List.of("string", "number", "boolean");

  private SchemaWritten() {}

  /** What rules a mapping of fields: {@code when}, and in a list {@code forEach}. */
  static Map<String, Object> rules(boolean item) {
    Map<String, Object> rules =
        Keywords.of(Condition.WHEN, described("when", reference(CONDITION)));
    if (item) {
      rules.put(
          Written.FOR_EACH, described("forEach", Keywords.of("type", List.of("string", "null"))));
    }
    return rules;
  }

  /** What is asked of a mapping in place of a scalar. */
  static Map<String, Object> keywords(String type, boolean item) {
    Map<String, Object> properties =
        Keywords.of(Written.VALUE, described("value", reference(SchemaScalars.name(type, false))));
    Map<String, Object> keywords =
        Keywords.of("properties", properties, "additionalProperties", false);
    if (type.equals("s")) {
      properties.put(Written.YAML, described("yaml", reference(STRUCTURE)));
      properties.put(Written.JSON, described("json", reference(STRUCTURE)));
      keywords.put("if", given(Written.VALUE));
      keywords.put(
          "then",
          Keywords.of("properties", Keywords.of(Written.YAML, NOTHING, Written.JSON, NOTHING)));
      keywords.put("else", Keywords.of("oneOf", List.of(given(Written.YAML), given(Written.JSON))));
    } else {
      keywords.put("allOf", List.of(given(Written.VALUE)));
    }
    properties.putAll(rules(item));
    return keywords;
  }

  /** A key that is there and not null. */
  private static Map<String, Object> given(String key) {
    Map<String, Object> something = Keywords.of("not", Keywords.of("type", "null"));
    return Keywords.of("required", List.of(key), "properties", Keywords.of(key, something));
  }

  static Map<String, Object> definitions() {
    return Keywords.of(
        CONDITION, condition(), STRUCTURE, structure(false), STRUCTURE + "Item", structure(true));
  }

  private static Map<String, Object> condition() {
    Map<String, Object> values =
        Keywords.of(
            "type", List.of("array", "null"), "minItems", 1, "items", Keywords.of("type", SCALARS));
    Map<String, Object> properties =
        Keywords.of(
            Condition.PARAM, described("param", Keywords.of("type", "string")),
            Condition.IN, described("in", values),
            Condition.NOT_IN, described("notIn", values),
            Condition.SIDECARS,
                described(
                    "sidecars",
                    Keywords.of("enum", List.of(Condition.NATIVE, Condition.ORDINARY))));
    Map<String, Object> item = both(reference(CONDITION), Keywords.of());
    return Keywords.of(
        "type",
        List.of("string", "boolean", "object", "array", "null"),
        "pattern",
        "^\\$\\(params\\.[A-Za-z0-9._-]*\\)$",
        "patternErrorMessage",
        "A condition is due: $(params.NAME), {param, in}, {param, notIn}, {sidecars}.",
        "minItems",
        1,
        "items",
        Keywords.of("allOf", List.of(item, Keywords.of("not", Keywords.of("type", "null")))),
        "properties",
        properties,
        "additionalProperties",
        false,
        "if",
        Keywords.of("type", "object"),
        "then",
        Keywords.of("if", there(Condition.SIDECARS), "then", goIn(), "else", among()));
  }

  private static Map<String, Object> there(String key) {
    return Keywords.of("required", List.of(key));
  }

  private static Map<String, Object> goIn() {
    return Keywords.of(
        "properties",
        Keywords.of(Condition.PARAM, NOTHING, Condition.IN, NOTHING, Condition.NOT_IN, NOTHING));
  }

  private static Map<String, Object> among() {
    return Keywords.of(
        "required",
        List.of(Condition.PARAM),
        "oneOf",
        List.of(given(Condition.IN), given(Condition.NOT_IN)));
  }

  /** Anything; a mapping of a value and what rules it stands for the value. */
  private static Map<String, Object> structure(boolean item) {
    Map<String, Object> ruled =
        Keywords.of(
            "type", "object",
            "required", List.of(Written.VALUE),
            "properties",
                Keywords.of(
                    Written.VALUE,
                    Keywords.of(),
                    Condition.WHEN,
                    Keywords.of(),
                    Written.FOR_EACH,
                    Keywords.of()),
            "additionalProperties", false,
            "anyOf", List.of(given(Condition.WHEN), given(Written.FOR_EACH)));
    Map<String, Object> rules =
        Keywords.of(
            Written.VALUE, reference(STRUCTURE),
            Condition.WHEN, reference(CONDITION),
            Written.FOR_EACH, item ? Keywords.of("type", List.of("string", "null")) : NOTHING);
    return Keywords.of(
        "type", ANY,
        "items", reference(STRUCTURE + "Item"),
        "if", ruled,
        "then", Keywords.of("properties", rules),
        "else", Keywords.of("additionalProperties", reference(STRUCTURE)));
  }

  private static Map<String, Object> described(String key, Map<String, Object> keywords) {
    return both(TEXTS.annotations("Written." + key), keywords);
  }

  private static Map<String, Object> reference(String definition) {
    return Keywords.of("$ref", "#/definitions/" + definition);
  }
}
