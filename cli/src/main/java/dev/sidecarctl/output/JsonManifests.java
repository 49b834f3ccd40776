package dev.sidecarctl.output;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Manifests as JSON, laid out as kubectl does: one document as it is, several as the items of a
 * {@code v1} {@code List}. Comments and anchors are gone, the order of keys stays.
 */
public final class JsonManifests {
  private static final String INDENT = "    ";

  private JsonManifests() {}

  /**
   * The documents of all texts, in order; those that are empty left out.
   *
   * @throws RefusedException for a text that cannot be read, or holds what JSON cannot
   */
  public static String of(List<Source> texts) {
    List<Value> documents = new ArrayList<>();
    List<Diagnostic> obstacles = new ArrayList<>();
    for (Source text : texts) {
      for (YamlDocument document : YamlStream.of(text).documents()) {
        if (!document.isEmpty()) {
          obstacles.addAll(document.unreadable());
          documents.add(document.value());
        }
      }
    }
    if (!obstacles.isEmpty()) {
      throw new RefusedException(obstacles);
    }
    StringBuilder json = new StringBuilder();
    if (!documents.isEmpty()) {
      append(json, documents.size() == 1 ? documents.get(0) : list(documents), "\n");
      json.append('\n');
    }
    return json.toString();
  }

  private static Value list(List<Value> items) {
    Map<String, Value> list = new LinkedHashMap<>();
    list.put("apiVersion", Value.text("v1"));
    list.put("kind", Value.text("List"));
    list.put("items", Value.Sequence.of(items));
    return Value.Mapping.of(list);
  }

  private static void append(StringBuilder json, Value value, String lineStart) {
    String inner = lineStart + INDENT;
    if (value instanceof Value.Mapping mapping && !mapping.entries().isEmpty()) {
      char separator = '{';
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        JsonText.quote(json.append(separator).append(inner), entry.getKey());
        append(json.append(": "), entry.getValue(), inner);
        separator = ',';
      }
      json.append(lineStart).append('}');
    } else if (value instanceof Value.Sequence sequence && !sequence.items().isEmpty()) {
      char separator = '[';
      for (Value item : sequence.items()) {
        append(json.append(separator).append(inner), item, inner);
        separator = ',';
      }
      json.append(lineStart).append(']');
    } else {
      JsonText.append(json, value);
    }
  }
}
