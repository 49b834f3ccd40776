package dev.sidecarctl.merge;

import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Brings a planned pod template as near to the present one as its meaning allows: what means the
 * same stays as it is written, and what stays keeps its place, so that a second run edits nothing
 * and an upgrade only what the template changed.
 */
final class Settling {
  private final Set<ItemPath> ours;

  /**
   * @param ours names of the items that the templates of this run brought
   */
  Settling(Set<ItemPath> ours) {
    this.ours = ours;
  }

  Value.Mapping settle(Value.Mapping present, Value.Mapping planned) {
    return (Value.Mapping) settle(new ItemPath(List.of()), "", present, planned);
  }

  private Value settle(ItemPath path, String field, Value present, Value planned) {
    return Meaning.same(field, present, planned) ? present : merge(path, field, present, planned);
  }

  private Value merge(ItemPath path, String field, Value present, Value planned) {
    if (present instanceof Value.Mapping left && planned instanceof Value.Mapping right) {
      return mergeMappings(path, left, right);
    }
    if (present instanceof Value.Sequence left
        && planned instanceof Value.Sequence right
        && ItemParts.isKeyed(field, left)
        && ItemParts.isKeyed(field, right)) {
      return mergeLists(path, field, left, right);
    }
    return planned;
  }

  private Value.Mapping mergeMappings(ItemPath path, Value.Mapping present, Value.Mapping planned) {
    List<String> keys =
        order(
            new ArrayList<>(present.entries().keySet()),
            new ArrayList<>(planned.entries().keySet()));
    Map<String, Value> merged = new LinkedHashMap<>();
    for (String key : keys) {
      Value wanted = Objects.requireNonNull(planned.entries().get(key));
      Value is = present.entries().get(key);
      merged.put(key, is == null ? wanted : settle(path.then(key), key, is, wanted));
    }
    return new Value.Mapping(merged, Map.of(), present.origin().orElse(null));
  }

  private Value.Sequence mergeLists(
      ItemPath path, String field, Value.Sequence present, Value.Sequence planned) {
    Map<String, Value> are = byKey(field, present);
    Map<String, Value> wanted = byKey(field, planned);
    List<String> keys =
        placedByUs(path, present, field)
            ? new ArrayList<>(wanted.keySet())
            : order(new ArrayList<>(are.keySet()), new ArrayList<>(wanted.keySet()));
    List<Value> merged = new ArrayList<>();
    for (String key : keys) {
      Value item = Objects.requireNonNull(wanted.get(key));
      Value is = are.get(key);
      merged.add(is == null ? item : settle(path.then(key), field, is, item));
    }
    return present.withItems(merged);
  }

  private static Map<String, Value> byKey(String field, Value.Sequence list) {
    Map<String, Value> items = new LinkedHashMap<>();
    for (Value item : list.items()) {
      items.put(ItemPath.itemSegment(field, item), item);
    }
    return items;
  }

  /**
   * Whether our items all stand at one end of the list, as a placement puts them: then they follow
   * the template's placement. Where somebody put items around them, they stay where they are.
   */
  private boolean placedByUs(ItemPath path, Value.Sequence present, String field) {
    int turns = 0;
    boolean before = false;
    for (int i = 0; i < present.items().size(); i++) {
      boolean our = ours.contains(path.then(ItemPath.itemSegment(field, present.items().get(i))));
      if (i > 0 && our != before) {
        turns++;
      }
      before = our;
    }
    return turns <= 1;
  }

  /** Those that stay in their present order; each new one behind the one it was planned behind. */
  private static List<String> order(List<String> present, List<String> planned) {
    List<String> order = new ArrayList<>();
    for (String key : present) {
      if (planned.contains(key)) {
        order.add(key);
      }
    }
    for (int i = 0; i < planned.size(); i++) {
      String key = planned.get(i);
      if (!order.contains(key)) {
        order.add(i == 0 ? 0 : order.indexOf(planned.get(i - 1)) + 1, key);
      }
    }
    return order;
  }
}
