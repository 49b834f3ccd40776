package dev.sidecarctl.yaml;

import java.util.Map;
import java.util.TreeMap;

/** Data as one line of JSON (RFC 8259), safe inside YAML. */
public final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private JsonText() {}

  /** A value as one line, its keys in their order. */
  public static String inOrder(Value value) {
    StringBuilder json = new StringBuilder();
    append(json, value, false);
    return json.toString();
  }

  /** Appends a value as one line, its keys sorted. */
  public static void append(StringBuilder json, Value value) {
    append(json, value, true);
  }

  private static void append(StringBuilder json, Value value, boolean sorted) {
    if (value instanceof Value.Mapping mapping) {
      char separator = '{';
      Map<String, Value> entries = sorted ? new TreeMap<>(mapping.entries()) : mapping.entries();
      for (Map.Entry<String, Value> entry : entries.entrySet()) {
        quote(json.append(separator), entry.getKey());
        append(json.append(':'), entry.getValue(), sorted);
        separator = ',';
      }
      json.append(separator == '{' ? "{}" : "}");
    } else if (value instanceof Value.Sequence sequence) {
      char separator = '[';
      for (Value item : sequence.items()) {
        append(json.append(separator), item, sorted);
        separator = ',';
      }
      json.append(separator == '[' ? "[]" : "]");
    } else if (value instanceof Value.Scalar scalar) {
      appendScalar(json, scalar);
    }
  }

  /** Appends a scalar. */
  public static void appendScalar(StringBuilder json, Value.Scalar scalar) {
    if (scalar.kind() == Value.Kind.STRING) {
      quote(json, scalar.text());
    } else {
      json.append(scalar.text());
    }
  }

  /** Appends a string in quotes. */
  public static void quote(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> json.append("\\\"");
        case '\\' -> json.append("\\\\");
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> appendCharacter(json, c);
      }
    }
    json.append('"');
  }

  /**
   * Escapes what YAML could read otherwise: controls, NEL, line separators, the byte-order mark.
   */
  private static void appendCharacter(StringBuilder json, char c) {
    boolean escape =
        c < 0x20 || (c >= 0x7f && c <= 0xa0) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
    if (!escape) {
      json.append(c);
      return;
    }
    json.append("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      json.append(HEX.charAt((c >> shift) & 15));
    }
  }
}
