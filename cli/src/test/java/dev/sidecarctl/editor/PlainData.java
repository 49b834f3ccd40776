package dev.sidecarctl.editor;

import dev.sidecarctl.yaml.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Documents as maps, lists, strings, numbers, booleans and nulls. */
public final class PlainData {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PlainData() {}

  /** A value without its places. */
  public static @Nullable Object of(Value value) {
    if (value instanceof Value.Mapping mapping) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> map.put(key, of(entry)));
      return map;
    }
    if (value instanceof Value.Sequence sequence) {
      List<@Nullable Object> list = new ArrayList<>();
      sequence.items().forEach(item -> list.add(of(item)));
      return list;
    }
    Value.Scalar scalar = (Value.Scalar) value;
    return switch (scalar.kind()) {
      case STRING -> scalar.text();
      case INTEGER -> new BigInteger(scalar.text());
      case FLOAT -> Double.parseDouble(scalar.text());
      case BOOLEAN -> scalar.text().equals("true");
      case NULL -> null;
    };
  }

  /** A copy all the way down. */
  public static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, entry) -> copy.put((String) key, copy(entry)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    return value;
  }

  /** As JSON, which is YAML as well. */
  public static String json(@Nullable Object value) {
    return JSON.writeValueAsString(value);
  }
}
