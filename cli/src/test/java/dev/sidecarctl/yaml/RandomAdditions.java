package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Adds to data at random: items, keys, something in empty places. Nothing goes. */
final class RandomAdditions {
  private final Random random;
  private final RandomChanges fragments;
  private int fresh;

  RandomAdditions(Random random) {
    this.random = random;
    this.fragments = new RandomChanges(random, false);
  }

  Value add(Value value, int count) {
    Value result = value;
    for (int i = 0; i < count; i++) {
      result = add(result);
    }
    return result;
  }

  private Value add(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping(mapping);
    }
    if (value instanceof Sequence sequence) {
      return sequence(sequence);
    }
    return value.isNull() ? Mapping.empty().with("new" + fresh++, fragments.fragment(2)) : value;
  }

  private Value mapping(Mapping mapping) {
    List<String> keys = new ArrayList<>(mapping.entries().keySet());
    if (keys.isEmpty() || random.nextInt(3) == 0) {
      String key = "new" + fresh++;
      return keys.isEmpty() || random.nextBoolean()
          ? mapping.with(key, fragments.fragment(3))
          : mapping.withBefore(keys.get(random.nextInt(keys.size())), key, fragments.fragment(3));
    }
    String key = keys.get(random.nextInt(keys.size()));
    return mapping.with(key, add(mapping.entries().get(key)));
  }

  private Value sequence(Sequence sequence) {
    List<Value> items = new ArrayList<>(sequence.items());
    for (int i = 0; i < items.size(); i++) {
      boolean named =
          items.get(i) instanceof Mapping mapping && mapping.findText("name").isPresent();
      if (named && random.nextInt(3) == 0) {
        items.set(i, add(items.get(i)));
        return Sequence.of(items);
      }
    }
    int at = random.nextBoolean() ? items.size() : random.nextInt(items.size() + 1);
    items.add(at, Mapping.empty().with("name", Value.text("added" + fresh++)));
    return Sequence.of(items);
  }
}
