package dev.sidecarctl.check.schema;

import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The structural schema of a CustomResourceDefinition as JSON Schema: {@code nullable} and {@code
 * x-kubernetes-int-or-string} become types, a field that it does not name is none, unless {@code
 * x-kubernetes-preserve-unknown-fields} says so.
 */
final class StructuralNodes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> NUMBERS =
      Set.of(
          "multipleOf",
          "maxLength",
          "minLength",
          "maxItems",
          "minItems",
          "maxProperties",
          "minProperties");
  private static final Set<String> COPIED = Set.of("pattern", "enum", "uniqueItems");
  private static final Set<String> FORMATS = Set.of("int32", "int64", "date-time", "byte");
  private static final List<String> OF_EVERY_OBJECT = List.of("apiVersion", "kind", "metadata");

  private StructuralNodes() {}

  /** The schema of a whole object, whose {@code metadata} others look at. */
  static ObjectNode root(Value.Mapping schema) {
    ObjectNode node = node(schema, true);
    allowMetadata(node);
    return node;
  }

  private static void allowMetadata(ObjectNode node) {
    ObjectNode properties =
        node.get("properties") instanceof ObjectNode present ? present : NODES.objectNode();
    for (String key : OF_EVERY_OBJECT) {
      properties.set(key, NODES.objectNode());
    }
    node.set("properties", properties);
  }

  /**
   * One schema.
   *
   * @param structural whether it names fields, and does not only judge values, as below {@code
   *     allOf} and its like
   */
  private static ObjectNode node(Value.Mapping schema, boolean structural) {
    ObjectNode node = NODES.objectNode();
    types(schema, node);
    for (Map.Entry<String, Value> entry : schema.entries().entrySet()) {
      keyword(schema, entry.getKey(), entry.getValue(), structural, node);
    }
    boolean object = schema.says("type", "object");
    boolean open = isTrue(schema, "x-kubernetes-preserve-unknown-fields");
    if (isTrue(schema, "x-kubernetes-embedded-resource")) {
      allowMetadata(node);
    }
    if (structural && object && !open && !schema.has("additionalProperties")) {
      node.put("additionalProperties", false);
    }
    return node;
  }

  private static void types(Value.Mapping schema, ObjectNode node) {
    ArrayNode types = NODES.arrayNode();
    if (isTrue(schema, "x-kubernetes-int-or-string")) {
      types.add("integer").add("string");
    } else {
      schema.findText("type").ifPresent(types::add);
    }
    if (!types.isEmpty()) {
      if (isTrue(schema, "nullable")) {
        types.add("null");
      }
      node.set("type", types);
    }
  }

  private static void keyword(
      Value.Mapping schema, String key, Value value, boolean structural, ObjectNode node) {
    switch (key) {
      case "properties" -> node.set(key, all((Value.Mapping) mapping(value), structural));
      case "items", "not" -> {
        if (value instanceof Value.Mapping inner) {
          node.set(key, node(inner, structural && key.equals("items")));
        }
      }
      case "additionalProperties" -> {
        if (value instanceof Value.Mapping inner) {
          node.set(key, node(inner, structural));
        } else {
          node.set(key, ValueNodes.of(value));
        }
      }
      case "allOf", "anyOf", "oneOf" -> {
        if (!isTrue(schema, "x-kubernetes-int-or-string")) {
          node.set(key, list(value));
        }
      }
      case "required" -> {
        if (value instanceof Value.Sequence list && !list.items().isEmpty()) {
          node.set(key, ValueNodes.of(value));
        }
      }
      case "minimum", "maximum" -> {
        String exclusive = "exclusiveM" + key.substring(1);
        node.set(isTrue(schema, exclusive) ? exclusive : key, ValueNodes.of(value));
      }
      case "format" -> value.asText().filter(FORMATS::contains).ifPresent(f -> node.put(key, f));
      default -> {
        if (NUMBERS.contains(key) || COPIED.contains(key)) {
          node.set(key, ValueNodes.of(value));
        }
      }
    }
  }

  private static Value mapping(Value value) {
    return value instanceof Value.Mapping ? value : Value.Mapping.empty();
  }

  private static ObjectNode all(Value.Mapping schemas, boolean structural) {
    ObjectNode nodes = NODES.objectNode();
    for (Map.Entry<String, Value> entry : schemas.entries().entrySet()) {
      if (entry.getValue() instanceof Value.Mapping schema) {
        nodes.set(entry.getKey(), node(schema, structural));
      }
    }
    return nodes;
  }

  private static ArrayNode list(Value value) {
    ArrayNode nodes = NODES.arrayNode();
    if (value instanceof Value.Sequence list) {
      for (Value item : list.items()) {
        if (item instanceof Value.Mapping schema) {
          nodes.add(node(schema, false));
        }
      }
    }
    return nodes;
  }

  private static boolean isTrue(Value.Mapping schema, String key) {
    return schema.find(key).orElse(Value.nothing()) instanceof Value.Scalar scalar
        && scalar.kind() == Value.Kind.BOOLEAN
        && scalar.text().equals("true");
  }
}
