package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Changes data at random. */
final class RandomChanges {
  private static final String[] TEXTS = {
    "b",
    "yes",
    "12",
    "a: b",
    "# x",
    "",
    " lead",
    "l1\nl2\n",
    "l1\n\n  l2",
    "\n",
    "x\n\n",
    "it's",
    "\"q\"",
    "a,b",
    "[x]",
    "{{ .V }}",
    "\uD83D\uDE00",
    "\t",
    "1e3",
    "0x1F",
    "12:30",
    "null",
    "~",
    "- a",
    "?",
    ":9090",
    "x:",
    "-",
    "@a",
    "%a",
    "2020-01-01",
    "\u0085",
    "a\r\nb",
    "l1 \nl2",
    "=",
    "<<"
  };

  private final Random random;
  private final boolean removing;
  private int fresh;

  /**
   * @param removing whether things may be taken away, too
   */
  RandomChanges(Random random, boolean removing) {
    this.random = random;
    this.removing = removing;
  }

  Value change(Value value, int count) {
    Value result = value;
    for (int i = 0; i < count; i++) {
      result = change(result);
    }
    return result;
  }

  private Value change(Value value) {
    if (value instanceof Mapping mapping) {
      return mapping(mapping);
    }
    if (value instanceof Sequence sequence) {
      return sequence(sequence);
    }
    int kind = random.nextInt(4);
    if (value.isNull() && kind < 2) {
      return fragment(2);
    }
    return scalar();
  }

  private Value mapping(Mapping mapping) {
    List<String> keys = new ArrayList<>(mapping.entries().keySet());
    int kind = random.nextInt(6);
    if (keys.isEmpty() || kind == 0) {
      String key = "k" + fresh++;
      if (keys.isEmpty() || random.nextInt(3) > 0) {
        return mapping.with(key, fragment(3));
      }
      return mapping.withBefore(keys.get(random.nextInt(keys.size())), key, fragment(3));
    }
    String key = keys.get(random.nextInt(keys.size()));
    if (kind == 1 && removing) {
      return mapping.without(key);
    }
    return mapping.with(key, change(mapping.entries().get(key)));
  }

  private Value sequence(Sequence sequence) {
    List<Value> items = new ArrayList<>(sequence.items());
    int kind = random.nextInt(5);
    if (items.isEmpty() || kind < 2) {
      int at = random.nextBoolean() ? items.size() : random.nextInt(items.size() + 1);
      items.add(at, fragment(2));
      return Sequence.of(items);
    }
    int at = random.nextInt(items.size());
    if (kind == 2 && removing) {
      items.remove(at);
      return Sequence.of(items);
    }
    boolean named = items.get(at) instanceof Mapping mapping && mapping.find("name").isPresent();
    items.set(at, named ? keepName((Mapping) items.get(at)) : change(items.get(at)));
    return Sequence.of(items);
  }

  private Value keepName(Mapping mapping) {
    Value name = mapping.find("name").orElseThrow();
    return change(mapping) instanceof Mapping changed && changed.find("name").isPresent()
        ? changed.with("name", name)
        : mapping;
  }

  /** New data of limited depth. */
  Value fragment(int depth) {
    int kind = random.nextInt(depth > 0 ? 6 : 3);
    if (kind < 3) {
      return scalar();
    }
    int size = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(2);
    if (kind == 3) {
      List<Value> items = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        items.add(fragment(depth - 1));
      }
      return Sequence.of(items);
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    if (random.nextBoolean()) {
      entries.put("name", Value.text("new" + fresh++));
    }
    for (int i = 0; i < size; i++) {
      String key = random.nextInt(5) == 0 ? TEXTS[random.nextInt(TEXTS.length)] : "k" + fresh++;
      if (key.length() < 3 || !key.contains("\n")) {
        entries.put(key.isEmpty() ? "e" : key, fragment(depth - 1));
      }
    }
    return Mapping.of(entries);
  }

  private Value scalar() {
    return switch (random.nextInt(8)) {
      case 0 -> new Value.Scalar(Value.Kind.INTEGER, String.valueOf(random.nextInt(100)), null);
      case 1 -> new Value.Scalar(Value.Kind.BOOLEAN, "true", null);
      case 2 -> Value.nothing();
      case 3 -> Value.text("word" + random.nextInt(5));
      default -> Value.text(TEXTS[random.nextInt(TEXTS.length)]);
    };
  }
}
