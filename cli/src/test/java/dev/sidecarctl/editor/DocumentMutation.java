package dev.sidecarctl.editor;

import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes slips in documents, by chance: keys renamed, dropped, put elsewhere, values of other types,
 * words misspelt. Keys and blocks to put elsewhere come from all documents that it was shown.
 */
public final class DocumentMutation {
  private static final List<@Nullable Object> STRANGERS =
      Arrays.asList(
          null,
          7,
          -1,
          1.5,
          true,
          false,
          "text",
          "",
          "8080",
          "true",
          "$(params.port)",
          "a$(params.logPath)b",
          "$(workload.name)",
          List.of(),
          List.of("a"),
          Arrays.asList("a", null),
          List.of(List.of("a")),
          Map.of(),
          Map.of("a", "b"),
          Map.of("name", "x"));

  private final Random random;
  private final List<String> keys = new ArrayList<>();
  private final List<Map.Entry<String, @Nullable Object>> blocks = new ArrayList<>();

  /**
   * @param extras keys that documents could have, with values
   */
  public DocumentMutation(
      Random random, List<?> documents, Map<String, ? extends @Nullable Object> extras) {
    this.random = random;
    documents.forEach(this::collect);
    // Often enough to be met beside the many keys of the documents.
    for (int i = 0; i <= keys.size() / 10 / Math.max(1, extras.size()); i++) {
      collect(extras);
    }
  }

  /** Values of every type, and a few made of the one that is due. */
  static List<@Nullable Object> strangers(@Nullable Object due) {
    List<@Nullable Object> strangers = new ArrayList<>(STRANGERS);
    strangers.add(Arrays.asList(due));
    if (due instanceof String word) {
      strangers.addAll(List.of(word + "s", word + "_", word + "[", word.toUpperCase(Locale.ROOT)));
    }
    return strangers;
  }

  private void collect(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      map.forEach(
          (key, entry) -> {
            keys.add((String) key);
            blocks.add(new AbstractMap.SimpleEntry<>((String) key, entry));
            collect(entry);
          });
    } else if (value instanceof List<?> list) {
      list.forEach(this::collect);
    }
  }

  /** A copy with one slip, now and then with two. */
  public @Nullable Object mutant(@Nullable Object document) {
    Object mutant = PlainData.copy(document);
    int slips = random.nextInt(5) == 0 ? 2 : 1;
    for (int i = 0; i < slips; i++) {
      List<Object> holders = new ArrayList<>();
      addHolders(mutant, holders);
      if (!holders.isEmpty()) {
        slip(any(holders));
      }
    }
    return mutant;
  }

  private static void addHolders(@Nullable Object value, List<Object> holders) {
    if (value instanceof Map<?, ?> map) {
      holders.add(map);
      map.values().forEach(entry -> addHolders(entry, holders));
    } else if (value instanceof List<?> list) {
      holders.add(list);
      list.forEach(item -> addHolders(item, holders));
    }
  }

  @SuppressWarnings("unchecked")
  private void slip(Object holder) {
    if (holder instanceof Map<?, ?> map) {
      slipInMap((Map<String, @Nullable Object>) map);
    } else {
      slipInList((List<@Nullable Object>) holder);
    }
  }

  private void slipInMap(Map<String, @Nullable Object> map) {
    int kind = map.isEmpty() ? 0 : random.nextInt(8);
    if (kind == 0) {
      Map.Entry<String, @Nullable Object> block = any(blocks);
      map.put(block.getKey(), PlainData.copy(block.getValue()));
      return;
    }
    String key = any(List.copyOf(map.keySet()));
    Object value = map.get(key);
    switch (kind) {
      case 1 -> rename(map, key, misspelt(key));
      case 2 -> rename(map, key, any(keys));
      case 3 -> map.remove(key);
      case 4 -> map.put(key, PlainData.copy(any(blocks).getValue()));
      default -> map.put(key, changed(value));
    }
  }

  private void slipInList(List<@Nullable Object> list) {
    if (list.isEmpty() || random.nextInt(4) == 0) {
      list.add(PlainData.copy(stranger()));
      return;
    }
    int at = random.nextInt(list.size());
    if (random.nextInt(6) == 0) {
      list.remove(at);
    } else {
      list.set(at, changed(list.get(at)));
    }
  }

  private @Nullable Object changed(@Nullable Object value) {
    if (value instanceof String text && random.nextBoolean()) {
      return misspelt(text);
    }
    return switch (random.nextInt(4)) {
      case 0 -> new ArrayList<>(Arrays.asList(value));
      case 1 -> value instanceof List<?> list && !list.isEmpty() ? list.get(0) : stranger();
      default -> stranger();
    };
  }

  private @Nullable Object stranger() {
    return PlainData.copy(any(STRANGERS));
  }

  private String misspelt(String word) {
    if (word.isEmpty()) {
      return "x";
    }
    int at = random.nextInt(word.length());
    String rest = word.substring(at + 1);
    return switch (random.nextInt(6)) {
      case 0 -> word.substring(0, at) + rest;
      case 1 -> word.substring(0, at) + word.charAt(at) + word.charAt(at) + rest;
      case 2 -> Character.toUpperCase(word.charAt(0)) + word.substring(1);
      case 3 -> word.substring(0, at) + "[" + rest;
      case 4 -> word + "_";
      default -> Character.toLowerCase(word.charAt(0)) + word.substring(1) + "s";
    };
  }

  /** Keeps the order of the keys. */
  private static void rename(Map<String, @Nullable Object> map, String from, String to) {
    Map<String, @Nullable Object> before = new LinkedHashMap<>(map);
    map.clear();
    before.forEach((key, value) -> map.put(key.equals(from) ? to : key, value));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
