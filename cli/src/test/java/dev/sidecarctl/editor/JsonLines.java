package dev.sidecarctl.editor;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** JSON for people to read: what fits into a line stands in one. */
final class JsonLines {
  private static final int WIDTH = 120;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final StringBuilder text = new StringBuilder();

  private JsonLines() {}

  static String of(Map<String, Object> value) {
    JsonLines lines = new JsonLines();
    lines.write(value, 0, 0);
    return lines.text.append('\n').toString();
  }

  /**
   * @param used how much of the line is taken already
   */
  private void write(Object value, int depth, int used) {
    String line = line(value);
    if (used + line.length() < WIDTH || !(value instanceof Map || value instanceof List)) {
      text.append(line);
    } else if (value instanceof Map<?, ?> map) {
      String separator = "{\n";
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = JSON.writeValueAsString(entry.getKey()) + ": ";
        text.append(separator).append("  ".repeat(depth + 1)).append(key);
        write(entry.getValue(), depth + 1, 2 * depth + 2 + key.length());
        separator = ",\n";
      }
      text.append('\n').append("  ".repeat(depth)).append('}');
    } else if (value instanceof List<?> list) {
      String separator = "[\n";
      for (Object item : list) {
        text.append(separator).append("  ".repeat(depth + 1));
        write(item, depth + 1, 2 * depth + 2);
        separator = ",\n";
      }
      text.append('\n').append("  ".repeat(depth)).append(']');
    }
  }

  private static String line(Object value) {
    if (value instanceof Map<?, ?> map) {
      StringBuilder line = new StringBuilder("{");
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        line.append(line.length() > 1 ? ", " : "")
            .append(JSON.writeValueAsString(entry.getKey()))
            .append(": ")
            .append(line(entry.getValue()));
      }
      return line.append('}').toString();
    }
    if (value instanceof List<?> list) {
      return "[" + String.join(", ", list.stream().map(JsonLines::line).toList()) + "]";
    }
    return JSON.writeValueAsString(value);
  }
}
