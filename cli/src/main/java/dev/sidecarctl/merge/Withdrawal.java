package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.ReplacedText;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes recorded items out of a pod template's data, and puts back what they replaced. A list or
 * mapping that becomes empty goes too, unless the record says what stood there.
 */
final class Withdrawal {
  private static final String WAS_KEY = "was";

  private Withdrawal() {}

  static Value.Mapping without(Value.Mapping pod, Set<ItemPath> items, Map<String, String> was) {
    Value.Mapping rest = pod;
    for (ItemPath item : items) {
      Optional<Value> present = item.find(rest);
      Optional<Value> users = slotValue(was.get(item.toString()));
      users.ifPresent(value -> checkName(item, value, present));
      if (present.isPresent() && users.isPresent()) {
        rest = PodEdit.set(rest, item, Relocation.to(present.get(), users.get()));
      } else if (present.isPresent()) {
        rest = prune(PodEdit.remove(rest, item), item.parent(), was);
      }
    }
    return rest;
  }

  /** What comes back into a list must go by the same name, or the record is not what we wrote. */
  private static void checkName(ItemPath item, Value users, Optional<Value> present) {
    boolean keyed = item.size() > 1 && ListMapKeys.isKeyed(item.list());
    if (keyed && !ItemPath.itemSegment(item.list(), users).equals(item.last())) {
      throw RecordText.broken(
          "the text that " + item + " replaced is another item's",
          present.map(Wording::place).orElse(null));
    }
  }

  /** Clears away what became empty, from {@code path} upwards; containers and the spec stay. */
  private static Value.Mapping prune(Value.Mapping pod, ItemPath path, Map<String, String> was) {
    Value.Mapping rest = pod;
    ItemPath at = path;
    while (at.size() > 0 && !at.toString().equals("spec") && isEmpty(at.find(rest))) {
      String text = was.get(at.toString());
      Optional<Value> slot = slotValue(text);
      if (slot.isPresent()) {
        return PodEdit.set(rest, at, slot.get());
      }
      // An alias stood here, of something just as empty; or the list around would lose an item.
      if (text != null || isListItem(rest, at)) {
        return rest;
      }
      rest = PodEdit.remove(rest, at);
      at = at.parent();
    }
    return rest;
  }

  private static boolean isEmpty(Optional<Value> value) {
    return value
        .filter(
            present ->
                present instanceof Value.Sequence list
                    ? list.items().isEmpty()
                    : present instanceof Value.Mapping mapping && mapping.entries().isEmpty())
        .isPresent();
  }

  private static boolean isListItem(Value.Mapping pod, ItemPath path) {
    return path.parent().find(pod).filter(Value.Sequence.class::isInstance).isPresent();
  }

  /**
   * What a replaced text means; empty for an alias, whose copy has stayed, and for no text. Behind
   * a JSON key there need not be a blank, here there must be one; and within brackets a text may
   * begin further left than below a key.
   */
  static Optional<Value> slotValue(@Nullable String text) {
    if (text == null || text.strip().startsWith("*")) {
      return Optional.empty();
    }
    if (ReplacedText.isListItem(text)) {
      return read(text + "\n")
          .filter(value -> value instanceof Value.Sequence list && list.items().size() == 1)
          .map(list -> ((Value.Sequence) list).items().get(0));
    }
    String entry = WAS_KEY + ": " + text + "\n";
    Optional<Value> below = entryOf(entry);
    return below.isPresent() ? below : entryOf("{" + entry + "}");
  }

  private static Optional<Value> entryOf(String text) {
    return read(text)
        .filter(Value.Mapping.class::isInstance)
        .flatMap(mapping -> ((Value.Mapping) mapping).find(WAS_KEY));
  }

  private static Optional<Value> read(String text) {
    List<YamlDocument> documents =
        YamlStream.of(new Source(InjectionRecord.ANNOTATION, text)).documents();
    try {
      return documents.size() == 1 ? Optional.of(documents.get(0).value()) : Optional.empty();
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}
