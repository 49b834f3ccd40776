package dev.sidecarctl.check.schema;

import dev.sidecarctl.yaml.Value;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Data as the tree that the validator walks. */
final class ValueNodes {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ValueNodes() {}

  static JsonNode of(Value value) {
    if (value instanceof Value.Mapping mapping) {
      ObjectNode node = NODES.objectNode();
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        node.set(entry.getKey(), of(entry.getValue()));
      }
      return node;
    }
    if (value instanceof Value.Sequence sequence) {
      ArrayNode node = NODES.arrayNode(sequence.items().size());
      for (Value item : sequence.items()) {
        node.add(of(item));
      }
      return node;
    }
    return scalar((Value.Scalar) value);
  }

  private static JsonNode scalar(Value.Scalar scalar) {
    return switch (scalar.kind()) {
      case STRING -> NODES.stringNode(scalar.text());
      case BOOLEAN -> NODES.booleanNode(scalar.text().equals("true"));
      case NULL -> NODES.nullNode();
      case INTEGER -> integer(Long.parseLong(scalar.text()));
      case FLOAT -> NODES.numberNode(fraction(scalar.text()));
    };
  }

  /** Infinities and {@code .nan}, which kubectl refuses, count as some number. */
  private static double fraction(String text) {
    return text.indexOf('n') < 0 ? Double.parseDouble(text) : 0.5;
  }

  private static JsonNode integer(long number) {
    return number == (int) number ? NODES.numberNode((int) number) : NODES.numberNode(number);
  }
}
