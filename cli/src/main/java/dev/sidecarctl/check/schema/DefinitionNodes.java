package dev.sidecarctl.check.schema;

import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Definitions of the table as JSON Schemas. The validator asks for each when it first meets a
 * reference to it: the text that it believes to read is the definition's name.
 *
 * <p>Null is admitted wherever nothing is required: an API server takes it for nothing.
 */
final class DefinitionNodes implements NodeReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final SchemaTable table;
  private final int bits;
  private final String base;

  /**
   * @param bits of the version
   * @param base what stands before a name in a reference
   */
  DefinitionNodes(SchemaTable table, int bits, String base) {
    this.table = table;
    this.bits = bits;
    this.base = base;
  }

  @Override
  public JsonNode readTree(String content, InputFormat format) {
    return node(content);
  }

  @Override
  public JsonNode readTree(InputStream content, InputFormat format) {
    try {
      return node(new String(content.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private JsonNode node(String name) {
    Definition definition;
    synchronized (table) {
      definition =
          table.definition(name).orElseThrow(() -> new IllegalStateException("no type " + name));
    }
    ObjectNode properties = NODES.objectNode();
    ArrayNode required = NODES.arrayNode();
    for (Map.Entry<String, List<Property>> entry : definition.properties().entrySet()) {
      Optional<Property> property = definition.property(entry.getKey(), bits);
      if (property.isPresent()) {
        boolean needed = property.get().required();
        properties.set(entry.getKey(), type(property.get().type(), needed));
        if (needed) {
          required.add(entry.getKey());
        }
      }
    }
    ObjectNode schema = NODES.objectNode();
    schema.set("type", types("object", false));
    schema.set("properties", properties);
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private ObjectNode type(String letters, boolean required) {
    ObjectNode schema = NODES.objectNode();
    switch (letters.charAt(0)) {
      case 's' -> schema.set("type", types("string", required));
      case 'b' -> schema.set("type", types("boolean", required));
      case 'd' -> schema.set("type", types("number", required));
      case 'i' -> formatted(schema, "integer", Formats.INT32, required);
      case 'l' -> formatted(schema, "integer", Formats.INT64, required);
      case 't' -> formatted(schema, "string", Formats.TIME, required);
      case 'y' -> formatted(schema, "string", Formats.BYTES, required);
      case 'x' -> {
        schema.set("type", types("integer", required).add("string"));
        schema.put("format", Formats.INT32);
      }
      case 'q' -> {
        schema.set("type", types("number", required).add("string"));
        schema.put("format", Formats.QUANTITY);
      }
      case '[' -> {
        schema.set("type", types("array", required));
        schema.set("items", type(letters.substring(1), false));
      }
      case '{' -> {
        schema.set("type", types("object", required));
        schema.set("additionalProperties", type(letters.substring(1), false));
      }
      case '#' -> {
        schema.put("$ref", base + letters.substring(1));
        if (required) {
          schema.put("type", "object");
        }
      }
      default -> {
        // Anything at all.
      }
    }
    return schema;
  }

  private static void formatted(ObjectNode schema, String type, String format, boolean required) {
    schema.set("type", types(type, required));
    schema.put("format", format);
  }

  private static ArrayNode types(String type, boolean required) {
    ArrayNode types = NODES.arrayNode();
    types.add(type);
    if (!required) {
      types.add("null");
    }
    return types;
  }
}
