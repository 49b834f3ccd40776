package dev.sidecarctl.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Structures as texts, as the description of templates words it: no more than the cases need. */
final class IndependentText {
  private IndependentText() {}

  static String json(Object value) {
    try {
      return ManifestData.JSON.writeValueAsString(value);
    } catch (RuntimeException e) {
      throw new IllegalStateException(e);
    }
  }

  static String yaml(Object value) {
    return String.join("\n", lines(value)) + "\n";
  }

  private static List<String> lines(Object value) {
    List<String> lines = new ArrayList<>();
    if (value instanceof Map<?, ?> map && !map.isEmpty()) {
      map.forEach((key, entry) -> entry(string(key.toString()) + ":", entry, lines));
    } else if (value instanceof List<?> list && !list.isEmpty()) {
      list.forEach(item -> item(lines(item), lines));
    } else {
      lines.add(value instanceof String text ? string(text) : json(value));
    }
    return lines;
  }

  private static void entry(String head, Object value, List<String> lines) {
    List<String> inner = lines(value);
    boolean filled =
        (value instanceof Map<?, ?> map && !map.isEmpty())
            || (value instanceof List<?> list && !list.isEmpty());
    if (filled) {
      lines.add(head);
      inner.forEach(line -> lines.add("  " + line));
    } else if (value instanceof String text && text.contains("\n")) {
      lines.add(head + " |-");
      text.lines().forEach(line -> lines.add("  " + line));
    } else {
      lines.add(head + " " + inner.get(0));
    }
  }

  private static void item(List<String> inner, List<String> lines) {
    for (int i = 0; i < inner.size(); i++) {
      lines.add((i == 0 ? "- " : "  ") + inner.get(i));
    }
  }

  private static String string(String text) {
    boolean word = text.matches("[A-Za-z/][A-Za-z0-9_./:,-]*");
    boolean address = text.matches("[0-9]+([.][0-9]+){3}(:[0-9]+)?");
    return (word || address || text.matches("[0-9.]+s"))
            && !text.matches("true|false|null|yes|no|on|off|y|n")
        ? text
        : json(text);
  }
}
