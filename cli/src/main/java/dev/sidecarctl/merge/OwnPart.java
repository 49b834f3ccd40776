package dev.sidecarctl.merge;

import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Items without what stands inside them under a name of its own: a variable that one template gave
 * to the sidecar of another is no part of that sidecar, as far as its fingerprints go.
 */
final class OwnPart {
  private final Set<ItemPath> items;

  /**
   * @param items the names of all items
   */
  OwnPart(Set<ItemPath> items) {
    this.items = items;
  }

  /** An item of a pod template without the items inside it; empty if it is not there. */
  Optional<Value> of(ItemPath path, Value.Mapping pod) {
    Set<ItemPath> inside = inside(path);
    Optional<Value> whole = path.find(pod);
    if (inside.isEmpty() || whole.isEmpty()) {
      return whole;
    }
    Value nothingLeft =
        whole.get() instanceof Value.Sequence ? Value.Sequence.empty() : Value.Mapping.empty();
    return path.find(Withdrawal.without(pod, inside, Map.of())).or(() -> Optional.of(nothingLeft));
  }

  private Set<ItemPath> inside(ItemPath path) {
    Set<ItemPath> inside = new TreeSet<>();
    for (ItemPath item : items) {
      if (item.size() > path.size() && item.within(path)) {
        inside.add(item);
      }
    }
    return inside;
  }
}
