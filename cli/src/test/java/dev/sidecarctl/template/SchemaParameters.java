package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.of;
import static dev.sidecarctl.editor.Keywords.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What the type of a parameter says of its default, choices and bounds. */
final class SchemaParameters {
  /** Kubernetes' notation of amounts. */
  static final String QUANTITY =
      "[+-]?[0-9]*\\.?[0-9]*(?:[numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]{1,4})?";

  private static final String DURATION =
      "^[+-]?(?:0|(?:(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)$";

  private SchemaParameters() {}

  /** A branch for each type, and for lists one for each type of elements. */
  static List<Object> branches() {
    List<Object> branches = new ArrayList<>();
    for (ParameterType type : ParameterType.values()) {
      Map<String, Object> properties = properties(type, value(type));
      properties.put("items", false);
      branches.add(branch(List.of(is("type", type)), properties));
      Map<String, Object> list = of("type", "array", "items", value(type));
      Map<String, Object> isList =
          of("properties", of("type", of("const", Parameter.LIST)), "required", List.of("type"));
      branches.add(branch(List.of(isList, is("items", type)), properties(type, list)));
    }
    return branches;
  }

  private static Map<String, Object> branch(
      List<Map<String, Object>> conditions, Map<String, Object> properties) {
    Object condition = conditions.size() == 1 ? conditions.get(0) : of("allOf", conditions);
    return of("if", condition, "then", of("properties", properties));
  }

  /** A string is what is meant where no type is given. */
  private static Map<String, Object> is(String key, ParameterType type) {
    return type == ParameterType.STRING
        ? of("properties", of(key, of("enum", Arrays.asList(type.word(), null))))
        : of("properties", of(key, of("const", type.word())), "required", List.of(key));
  }

  private static Map<String, Object> properties(ParameterType type, Map<String, Object> whole) {
    Map<String, Object> value = value(type);
    Map<String, Object> properties = of("default", whole, "enum", of("items", value));
    boolean ordered = type != ParameterType.STRING && type != ParameterType.BOOLEAN;
    properties.put("minimum", ordered ? value : false);
    properties.put("maximum", ordered ? value : false);
    if (type != ParameterType.STRING) {
      properties.put(
          "pattern", of("maxLength", 0, "errorMessage", "A pattern is for strings alone."));
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
