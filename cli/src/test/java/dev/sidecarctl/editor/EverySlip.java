package dev.sidecarctl.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes every slip of some kinds at every place of a document, one at a time. */
public final class EverySlip {
  private final Object document;
  private final Consumer<Object> receiver;
  private final Map<String, ? extends @Nullable Object> extras;

  private EverySlip(
      Object document, Map<String, ? extends @Nullable Object> extras, Consumer<Object> receiver) {
    this.document = document;
    this.extras = extras;
    this.receiver = receiver;
  }

  /**
   * Each value in turn is replaced by values of every type, each key left out and misspelt, and
   * each of some further keys put beside the others. The document is given each time as it is with
   * one slip, and is as it was in the end.
   */
  public static void in(
      Object document, Map<String, ? extends @Nullable Object> extras, Consumer<Object> receiver) {
    new EverySlip(document, extras, receiver).slipBelow(document);
  }

  @SuppressWarnings("unchecked")
  private void slipBelow(@Nullable Object holder) {
    if (holder instanceof Map<?, ?> map) {
      slipInMap((Map<String, @Nullable Object>) map);
    } else if (holder instanceof List<?> list) {
      slipInList((List<@Nullable Object>) list);
    }
  }

  private void slipInMap(Map<String, @Nullable Object> map) {
    Map<String, @Nullable Object> before = new LinkedHashMap<>(map);
    for (Map.Entry<String, @Nullable Object> entry : before.entrySet()) {
      String key = entry.getKey();
      for (Object stranger : DocumentMutation.strangers(entry.getValue())) {
        map.put(key, stranger);
        receiver.accept(document);
      }
      map.remove(key);
      receiver.accept(document);
      map.put(key + "s", entry.getValue());
      receiver.accept(document);
      map.clear();
      map.putAll(before);
      slipBelow(entry.getValue());
    }
    extras.forEach(
        (key, value) -> {
          map.put(key, value);
          receiver.accept(document);
          map.clear();
          map.putAll(before);
        });
  }

  private void slipInList(List<@Nullable Object> list) {
    List<@Nullable Object> before = new ArrayList<>(list);
    for (int i = 0; i < before.size(); i++) {
      for (Object stranger : DocumentMutation.strangers(before.get(i))) {
        list.set(i, stranger);
        receiver.accept(document);
      }
      list.set(i, before.get(i));
      slipBelow(before.get(i));
    }
    list.add(null);
    receiver.accept(document);
    list.clear();
    receiver.accept(document);
    list.addAll(before);
  }
}
