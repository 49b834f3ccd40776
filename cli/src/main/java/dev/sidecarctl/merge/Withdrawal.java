package dev.sidecarctl.merge;

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
      Value.Mapping now = rest;
      Optional<Value> users =
          slotValue(was.get(item.toString())).filter(value -> isNamed(now, item, value));
      if (present.isPresent() && users.isPresent()) {
        rest = PodEdit.set(rest, item, Relocation.to(present.get(), users.get()));
      } else if (present.isPresent()) {
        rest = prune(PodEdit.remove(rest, item), item.parent(), was);
      }
    }
    return rest;
  }

  /** Clears away what became empty, from {@code path} upwards; containers and the spec stay. */
  private static Value.Mapping prune(Value.Mapping pod, ItemPath path, Map<String, String> was) {
    Value.Mapping rest = pod;
    ItemPath at = path;
    while (at.size() > 0 && !at.toString().equals("spec") && isEmpty(at.find(rest))) {
      Optional<Value> slot = slotValue(was.get(at.toString()));
      if (slot.isPresent()) {
        return PodEdit.set(rest, at, slot.get());
      }
      if (isListItem(rest, at)) {
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

  /** Whether an item of a list is the one of that name; in a broken record it may be another. */
  private static boolean isNamed(Value.Mapping pod, ItemPath item, Value value) {
    return !isListItem(pod, item) || ItemPath.itemSegment(item.list(), value).equals(item.last());
  }

  private static boolean isListItem(Value.Mapping pod, ItemPath path) {
    return path.parent().find(pod).filter(Value.Sequence.class::isInstance).isPresent();
  }

  /** What a replaced text means; empty for an alias, whose copy has stayed, and for no text. */
  static Optional<Value> slotValue(@Nullable String text) {
    if (text == null || text.strip().startsWith("*")) {
      return Optional.empty();
    }
    boolean item = ReplacedText.isListItem(text);
    List<YamlDocument> documents =
        YamlStream.of(
                new Source(InjectionRecord.ANNOTATION, (item ? "" : WAS_KEY + ": ") + text + "\n"))
            .documents();
    if (documents.size() != 1) {
      return Optional.empty();
    }
    Value value = documents.get(0).value();
    if (item) {
      return value instanceof Value.Sequence list && list.items().size() == 1
          ? Optional.of(list.items().get(0))
          : Optional.empty();
    }
    return value instanceof Value.Mapping mapping ? mapping.find(WAS_KEY) : Optional.empty();
  }
}
