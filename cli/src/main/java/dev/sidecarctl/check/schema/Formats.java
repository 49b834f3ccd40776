package dev.sidecarctl.check.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import dev.sidecarctl.kubernetes.Quantities;
import dev.sidecarctl.kubernetes.Timestamps;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The formats of numbers and texts that the types of Kubernetes have. */
enum Formats implements Format {
  INT_32(Formats.INT32) {
    @Override
    boolean admits(JsonNode node) {
      return node.isIntegralNumber() ? node.canConvertToInt() : !isWhole(node);
    }
  },
  INT_64(Formats.INT64) {
    @Override
    boolean admits(JsonNode node) {
      return node.isIntegralNumber() ? node.canConvertToLong() : !isWhole(node);
    }
  },
  QUANTITIES(Formats.QUANTITY) {
    @Override
    boolean admits(JsonNode node) {
      return !node.isString() || Quantities.canonical(node.stringValue().strip()).isPresent();
    }
  },
  TIMES(Formats.TIME) {
    @Override
    boolean admits(JsonNode node) {
      return !node.isString() || Timestamps.isRfc3339(node.stringValue());
    }
  },
  BASE_64(Formats.BYTES) {
    @Override
    boolean admits(JsonNode node) {
      return !node.isString() || Base64Text.isValid(node.stringValue());
    }
  };

  static final String INT32 = "int32";
  static final String INT64 = "int64";
  static final String QUANTITY = "quantity";
  static final String TIME = "date-time";
  static final String BYTES = "byte";

  private final String word;

  Formats(String word) {
    this.word = word;
  }

  /** All of them. */
  static List<Format> all() {
    return List.of(values());
  }

  abstract boolean admits(JsonNode node);

  /** A whole number that only a float can hold; for another fraction, the type is wrong. */
  private static boolean isWhole(JsonNode node) {
    return node.isNumber() && Math.rint(node.doubleValue()) == node.doubleValue();
  }

  @Override
  public String getName() {
    return word;
  }

  @Override
  public boolean matches(ExecutionContext execution, SchemaContext schema, JsonNode node) {
    return admits(node);
  }
}
