package dev.sidecarctl.reports;

import dev.sidecarctl.yaml.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts objects of JSON together. */
final class JsonTree {
  private final Map<String, Value> entries = new LinkedHashMap<>();

  JsonTree text(String key, String text) {
    entries.put(key, Value.text(text));
    return this;
  }

  /** Leaves an empty text out. */
  JsonTree textIfAny(String key, String text) {
    return text.isEmpty() ? this : text(key, text);
  }

  JsonTree number(String key, int number) {
    entries.put(key, new Value.Scalar(Value.Kind.INTEGER, Integer.toString(number), null));
    return this;
  }

  JsonTree value(String key, Value value) {
    entries.put(key, value);
    return this;
  }

  Value.Mapping toValue() {
    return Value.Mapping.of(entries);
  }
}
