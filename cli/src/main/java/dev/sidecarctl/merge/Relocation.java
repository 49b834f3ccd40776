package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of data that was read from a record that it stands where something else stands now. */
final class Relocation {

  private Relocation() {}

  /** The value, with all its parts at the place of another one. */
  static Value to(Value place, Value value) {
    return at(place.origin().orElse(null), value);
  }

  private static Value at(@Nullable Location place, Value value) {
    if (value instanceof Value.Scalar scalar) {
      return new Value.Scalar(scalar.kind(), scalar.text(), place);
    }
    if (value instanceof Value.Sequence sequence) {
      List<Value> items = new ArrayList<>();
      for (Value item : sequence.items()) {
        items.add(at(place, item));
      }
      return new Value.Sequence(items, place);
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : ((Value.Mapping) value).entries().entrySet()) {
      entries.put(entry.getKey(), at(place, entry.getValue()));
    }
    return new Value.Mapping(entries, Map.of(), place);
  }
}
