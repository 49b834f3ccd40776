package dev.sidecarctl.template;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills in a structure of which no table knows the fields: what is to become a text. */
final class FreeSubstitution {
  private static final String ANYTHING = "*";

  private final Substitution substitution;

  FreeSubstitution(Substitution substitution) {
    this.substitution = substitution;
  }

  /** The structure with its references filled in; null where it is left out. */
  @Nullable Value fill(Value value) {
    if (value instanceof Value.Sequence list) {
      List<Value> items = new ArrayList<>(list.items().size());
      for (Value item : list.items()) {
        addTo(items, item);
      }
      return list.withItems(items);
    }
    if (value instanceof Value.Mapping mapping) {
      if (Written.isRuledValue(mapping)) {
        List<Value> repeats = new ArrayList<>();
        addTo(repeats, mapping);
        return repeats.isEmpty() ? null : repeats.get(0);
      }
      return substitution.fillEntries(mapping, this::fill);
    }
    return substitution.fillScalar((Value.Scalar) value, ANYTHING, false);
  }

  private void addTo(List<Value> items, Value item) {
    if (item instanceof Value.Mapping mapping && Written.isRuledValue(mapping)) {
      for (Substitution.Repeat repeat : substitution.repeats(mapping)) {
        Value inner = repeat.item().entries().get(Written.VALUE);
        Value filled =
            inner == null ? null : new FreeSubstitution(repeat.substitution()).fill(inner);
        if (filled != null) {
          items.add(filled);
        }
      }
    } else {
      Value filled = fill(item);
      if (filled != null) {
        items.add(filled);
      }
    }
  }
}
