package dev.sidecarctl.template;

import dev.sidecarctl.editor.Keywords;
import java.util.List;
import java.util.Map;

/** What one field of a template asks of another one: keywords for their type. */
final class SchemaConditions {
  private SchemaConditions() {}

  /** Keywords beside the properties of a type; none for most. */
  static Map<String, Object> beside(String type, boolean filled) {
    return switch (type) {
      case "ContainerItem" ->
          Keywords.of(
              "dependencies",
              Keywords.of("before", without("after"), "placement", without("before", "after")));
      case "Target" ->
          Keywords.of(
              "if", Keywords.of("anyOf", List.of(has("containers"), has("initContainers"))),
              "then", Keywords.of("anyOf", List.of(some("containers"), some("initContainers"))));
      case "LabelSelectorRequirement" -> filled ? Map.of() : operators();
      default -> Map.of();
    };
  }

  private static Map<String, Object> has(String key) {
    return Keywords.of("required", List.of(key));
  }

  private static Map<String, Object> without(String... keys) {
    Map<String, Object> properties = Keywords.of();
    for (String key : keys) {
      properties.put(key, false);
    }
    return Keywords.of("properties", properties);
  }

  private static Map<String, Object> some(String key) {
    Map<String, Object> list = Keywords.of("type", List.of("array", "string"), "minItems", 1);
    return Keywords.of("required", List.of(key), "properties", Keywords.of(key, list));
  }

  /** {@code In} and {@code NotIn} need values, the others take none. */
  private static Map<String, Object> operators() {
    Map<String, Object> none =
        Keywords.of("maxItems", 0, "errorMessage", "This operator takes no values.");
    return Keywords.of(
        "if",
            Keywords.of(
                "properties", Keywords.of("operator", Keywords.of("enum", List.of("In", "NotIn")))),
        "then", some("values"),
        "else", Keywords.of("properties", Keywords.of("values", none)));
  }
}
