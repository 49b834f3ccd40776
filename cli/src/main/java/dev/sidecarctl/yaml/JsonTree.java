package dev.sidecarctl.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts objects of JSON together. */
public final class JsonTree {
  private final Map<String, Value> entries = new LinkedHashMap<>();

  /** An entry with a text. */
  public JsonTree text(String key, String text) {
    entries.put(key, Value.text(text));
    return this;
  }

  /** Leaves an empty text out. */
  public JsonTree textIfAny(String key, String text) {
    return text.isEmpty() ? this : text(key, text);
  }

  /** An entry with a whole number. */
  public JsonTree number(String key, int number) {
    entries.put(key, new Value.Scalar(Value.Kind.INTEGER, Integer.toString(number), null));
    return this;
  }

  /** An entry with {@code true} or {@code false}. */
  public JsonTree flag(String key, boolean flag) {
    entries.put(key, new Value.Scalar(Value.Kind.BOOLEAN, String.valueOf(flag), null));
    return this;
  }

  /** An entry with a list of texts. */
  public JsonTree texts(String key, List<String> texts) {
    List<Value> items = new ArrayList<>();
    for (String text : texts) {
      items.add(Value.text(text));
    }
    return value(key, Value.Sequence.of(items));
  }

  /** An entry with any value. */
  public JsonTree value(String key, Value value) {
    entries.put(key, value);
    return this;
  }

  /** What was put together, its keys in the order in which they came. */
  public Value.Mapping toValue() {
    return Value.Mapping.of(entries);
  }
}
