package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.of;
import static dev.sidecarctl.editor.Keywords.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one field of a template asks of another one: keywords for their type. */
final class SchemaConditions {
  /** Kubernetes' notation of amounts; those alone that the API server takes for 0 left aside. */
  static final String QUANTITY =
      "[+-]?[0-9]*\\.?[0-9]*(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]{1,4})?";

  private static final String DURATION =
      "^[+-]?(?:0|(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)$";
  private static final String EXACTLY_STRINGS = "A pattern is for strings alone.";

  private SchemaConditions() {}

  /** Keywords beside the properties of a type; none for most. */
  static Map<String, Object> beside(String type, boolean filled) {
    return switch (type) {
      case "Parameter" -> of("allOf", parameterTypes());
      case "ContainerItem" -> of("dependencies", of("before", without("after")));
      case "Target" ->
          of(
              "if", of("anyOf", List.of(has("containers"), has("initContainers"))),
              "then", of("anyOf", List.of(some("containers"), some("initContainers"))));
      case "LabelSelectorRequirement" -> filled ? Map.of() : operators();
      default -> Map.of();
    };
  }

  private static Map<String, Object> has(String key) {
    return of("required", List.of(key));
  }

  private static Map<String, Object> without(String key) {
    return of("properties", of(key, false));
  }

  private static Map<String, Object> some(String key) {
    Map<String, Object> list = of("type", "array", "minItems", 1);
    return of("required", List.of(key), "properties", of(key, list));
  }

  /** {@code In} and {@code NotIn} need values, the others take none. */
  private static Map<String, Object> operators() {
    Map<String, Object> none = of("maxItems", 0, "errorMessage", "This operator takes no values.");
    return of(
        "if", of("properties", of("operator", of("enum", List.of("In", "NotIn")))),
        "then", some("values"),
        "else", of("properties", of("values", none)));
  }

  /** The type of a parameter says what its default, choices and bounds are. */
  private static List<Object> parameterTypes() {
    List<Object> branches = new ArrayList<>();
    for (ParameterType type : ParameterType.values()) {
      List<Object> words = new ArrayList<>();
      words.add(type.word());
      if (type == ParameterType.STRING) {
        words.add(null);
      }
      branches.add(
          of(
              "if", of("properties", of("type", of("enum", words)), "required", required(type)),
              "then", of("properties", properties(type))));
    }
    return branches;
  }

  private static List<String> required(ParameterType type) {
    return type == ParameterType.STRING ? List.of() : List.of("type");
  }

  private static Map<String, Object> properties(ParameterType type) {
    Map<String, Object> value = value(type);
    Map<String, Object> properties = of("default", value, "enum", of("items", value));
    boolean ordered = type != ParameterType.STRING && type != ParameterType.BOOLEAN;
    properties.put("minimum", ordered ? value : false);
    properties.put("maximum", ordered ? value : false);
    if (type != ParameterType.STRING) {
      properties.put("pattern", of("maxLength", 0, "errorMessage", EXACTLY_STRINGS));
    }
    return properties;
  }

  private static Map<String, Object> value(ParameterType type) {
    return switch (type) {
      case STRING -> of("type", "string");
      case INTEGER -> of("type", "integer");
      case NUMBER -> of("type", "number");
      case BOOLEAN -> of("type", "boolean");
      case QUANTITY ->
          of(
              "type",
              List.of("string", "number"),
              "pattern",
              "^(?=.*[0-9])" + QUANTITY + "$",
              "patternErrorMessage",
              "An amount such as 100m, 0.5 or 64Mi is due.");
      case DURATION -> pattern(DURATION, "A time such as 500ms, 30s or 1h30m is due.");
    };
  }
}
