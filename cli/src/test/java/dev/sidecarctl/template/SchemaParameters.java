package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.pattern;

import dev.sidecarctl.editor.Keywords;
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
      Map<String, Object> list = Keywords.of("type", "array", "items", value(type));
      Map<String, Object> isList =
          Keywords.of(
              "properties",
              Keywords.of("type", Keywords.of("const", Parameter.LIST)),
              "required",
              List.of("type"));
      branches.add(branch(List.of(isList, is("items", type)), properties(type, list)));
    }
    return branches;
  }

  private static Map<String, Object> branch(
      List<Map<String, Object>> conditions, Map<String, Object> properties) {
    Object condition =
        conditions.size() == 1 ? conditions.get(0) : Keywords.of("allOf", conditions);
    return Keywords.of("if", condition, "then", Keywords.of("properties", properties));
  }

  /** A string is what is meant where no type is given. */
  private static Map<String, Object> is(String key, ParameterType type) {
    return type == ParameterType.STRING
        ? Keywords.of(
            "properties", Keywords.of(key, Keywords.of("enum", Arrays.asList(type.word(), null))))
        : Keywords.of(
            "properties",
            Keywords.of(key, Keywords.of("const", type.word())),
            "required",
            List.of(key));
  }

  private static Map<String, Object> properties(ParameterType type, Map<String, Object> whole) {
    Map<String, Object> value = value(type);
    Map<String, Object> properties =
        Keywords.of("default", whole, "enum", Keywords.of("items", value));
    boolean ordered = type != ParameterType.STRING && type != ParameterType.BOOLEAN;
    properties.put("minimum", ordered ? value : false);
    properties.put("maximum", ordered ? value : false);
    if (type != ParameterType.STRING) {
      properties.put(
          "pattern",
          Keywords.of("maxLength", 0, "errorMessage", "A pattern is for strings alone."));
    }
    return properties;
  }

  private static Map<String, Object> value(ParameterType type) {
    return switch (type) {
      case STRING -> Keywords.of("type", "string");
      case INTEGER -> Keywords.of("type", "integer");
      case NUMBER -> Keywords.of("type", "number");
      case BOOLEAN -> Keywords.of("type", "boolean");
      case QUANTITY ->
          Keywords.of(
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
