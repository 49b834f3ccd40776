package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.NOTHING;
import static dev.sidecarctl.editor.Keywords.both;

import dev.sidecarctl.editor.Keywords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The scalars of the {@link FieldTable} in the words of JSON Schema, and the mappings that may
 * stand for them where references are filled in.
 */
final class SchemaScalars {
  private static final int LONGEST_QUANTITY = 100;
  private static final String PARAMETER = "\\$\\(params\\." + SchemaRules.PARAMETER + "\\)";
  private static final String ITEM = "\\$\\(item\\)";
  private static final String NUMBER =
      "(?:" + PARAMETER + "|" + ITEM + "|\\$\\(container\\.port\\))";

  private static final Map<String, String> NAMES =
      Map.of("s", "Text", "i", "Integer", "b", "Boolean", "q", "Quantity", "x", "IntegerOrText");

  private SchemaScalars() {}

  /** What a type is called among the definitions. */
  static String name(String type, boolean item) {
    return NAMES.get(type) + (item ? "Item" : "");
  }

  /** The definitions of all of them, and of what they are made of. */
  static Map<String, Object> definitions() {
    Map<String, Object> definitions = Keywords.of();
    for (String type : NAMES.keySet()) {
      definitions.put(name(type, false), orWritten(type, false));
      definitions.put(name(type, true), orWritten(type, true));
    }
    definitions.putAll(SchemaWritten.definitions());
    return definitions;
  }

  /** A scalar itself, or, where references are filled in, one that stands for it. */
  static Map<String, Object> plain(String type, boolean filled) {
    return switch (type) {
      case "i" -> filled ? orReference("integer", NUMBER) : Keywords.of("type", "integer");
      case "b" ->
          filled
              ? orReference("boolean", "(?:" + PARAMETER + "|" + ITEM + ")")
              : Keywords.of("type", "boolean");
      case "q" ->
          Keywords.of(
              "type",
              List.of("string", "number"),
              "minLength",
              1,
              "maxLength",
              LONGEST_QUANTITY,
              "pattern",
              "^(?:" + SchemaParameters.QUANTITY + "|" + NUMBER + ")$",
              "patternErrorMessage",
              "An amount such as 100m, 0.5 or 64Mi is due.");
      case "x" -> Keywords.of("type", List.of("string", "integer"));
      default -> Keywords.of("type", "string");
    };
  }

  /** A scalar, or a mapping in its place; null where it is no item. */
  static Map<String, Object> orWritten(String type, boolean item) {
    return orWritten(plain(type, true), type, item);
  }

  /**
   * A scalar of a certain form, or a mapping in its place.
   *
   * @param form of the scalar itself
   */
  static Map<String, Object> orWritten(Map<String, Object> form, String type, boolean item) {
    List<Object> types = new ArrayList<>();
    if (form.get("type") instanceof List<?> several) {
      types.addAll(several);
    } else {
      types.add(form.get("type"));
    }
    types.add("object");
    if (!item) {
      types.add("null");
    }
    return both(both(form, Keywords.of("type", types)), SchemaWritten.keywords(type, item));
  }

  /** A list, or a reference that stands for one. */
  static Map<String, Object> orList(Map<String, Object> list) {
    return both(
        list,
        Keywords.of(
            "type",
            List.of("array", "string", "null"),
            "pattern",
            "^" + PARAMETER + "$",
            "patternErrorMessage",
            "A list is due, or a reference to a parameter of type list."));
  }

  /** {@code Always} for a sidecar, under a condition at most. */
  static Map<String, Object> always() {
    Map<String, Object> written =
        both(Keywords.of("type", "object"), SchemaWritten.keywords("s", false));
    return Keywords.of("anyOf", List.of(Keywords.of("enum", List.of("Always")), written, NOTHING));
  }

  private static Map<String, Object> orReference(String type, String reference) {
    return Keywords.of(
        "type", List.of(type, "string"),
        "pattern", "^" + reference + "$",
        "patternErrorMessage",
            (type.equals("integer") ? "An integer" : "A boolean")
                + " is due, or a reference to a parameter of that type.");
  }
}
