package dev.sidecarctl.template;

import static dev.sidecarctl.editor.Keywords.of;

import java.util.List;
import java.util.Map;

/** What one field of a template asks of another one: keywords for their type. */
final class SchemaConditions {
  private SchemaConditions() {}

  /** Keywords beside the properties of a type; none for most. */
  static Map<String, Object> beside(String type, boolean filled) {
    return switch (type) {
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
    Map<String, Object> list = of("type", List.of("array", "string"), "minItems", 1);
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
}
