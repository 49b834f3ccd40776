package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.of;

import java.util.List;
import java.util.Map;

/** The scalars of the {@link FieldTable} in the words of JSON Schema. */
final class SchemaScalars {
  private static final int LONGEST_QUANTITY = 100;
  private static final String PARAMETER = "\\$\\(params\\." + SchemaRules.PARAMETER + "\\)";
  private static final String NUMBER = "(?:" + PARAMETER + "|\\$\\(container\\.port\\))";

  private SchemaScalars() {}

  /**
   * What is due.
   *
   * @param filled whether a reference may stand for it
   */
  static Map<String, Object> scalar(String type, boolean filled) {
    return switch (type) {
      case "i" -> filled ? orReference("integer", NUMBER) : of("type", "integer");
      case "b" -> filled ? orReference("boolean", PARAMETER) : of("type", "boolean");
      case "q" ->
          of(
              "type",
              List.of("string", "number"),
              "minLength",
              1,
              "maxLength",
              LONGEST_QUANTITY,
              "pattern",
              "^(?:" + SchemaConditions.QUANTITY + "|" + NUMBER + ")$",
              "patternErrorMessage",
              "An amount such as 100m, 0.5 or 64Mi is due.");
      case "x" -> of("type", List.of("string", "integer"));
      default -> of("type", "string");
    };
  }

  private static Map<String, Object> orReference(String type, String reference) {
    return of(
        "type", List.of(type, "string"),
        "pattern", "^" + reference + "$",
        "patternErrorMessage",
            (type.equals("integer") ? "An integer" : "A boolean")
                + " is due, or a reference to a parameter of that type.");
  }
}
