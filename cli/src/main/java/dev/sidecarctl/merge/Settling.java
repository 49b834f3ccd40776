package dev.sidecarctl.merge;

import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
      return mergeMappings(path, field, left, right);
    }
    if (present instanceof Value.Sequence left
        && planned instanceof Value.Sequence right
        && hasItems(field, left)
        && hasItems(field, right)) {
      return mergeLists(path, field, left, right);
    }
    return planned;
  }

  /** What is not there is not added where it would mean the same as none. */
  private Value.Mapping mergeMappings(
      ItemPath path, String field, Value.Mapping present, Value.Mapping planned) {
    List<String> keys =
        ItemOrder.staying(
            new ArrayList<>(present.entries().keySet()),
            new ArrayList<>(planned.entries().keySet()));
    Map<String, Value> merged = new LinkedHashMap<>();
    for (String key : keys) {
      Value wanted = planned.entries().get(key);
      Value is = present.entries().get(key);
      if (wanted != null && is != null) {
        merged.put(key, settle(path.then(key), key, is, wanted));
      } else if (wanted != null && !Meaning.isNone(field, key, wanted)) {
        merged.put(key, wanted);
      }
    }
    return new Value.Mapping(merged, Map.of(), present.origin().orElse(null));
  }

  private Value.Sequence mergeLists(
      ItemPath path, String field, Value.Sequence present, Value.Sequence planned) {
    Map<String, Value> are = byKey(field, present);
    Map<String, Value> wanted = byKey(field, planned);
    List<String> keys = order(path, field, List.copyOf(are.keySet()), List.copyOf(wanted.keySet()));
    List<Value> merged = new ArrayList<>();
    for (String key : keys) {
      Value item = wanted.get(key);
      if (item != null) {
        Value is = are.get(key);
        merged.add(is == null ? item : settle(path.then(key), field, is, item));
      }
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

  private List<String> order(
      ItemPath list, String field, List<String> present, List<String> planned) {
    Set<String> our = new HashSet<>();
    for (String key : planned) {
      if (ours.contains(list.then(key))) {
        our.add(key);
      }
    }
    ItemOrder order = new ItemOrder(present, planned, our::contains);
    if (our.isEmpty()) {
      return planned; // A list within an item of ours follows the template.
    }
    return ListMapKeys.holdsContainers(field) ? order.byPlacement() : order.byPosition();
  }

  /** Whether the items of a list can be told from each other. */
  private static boolean hasItems(String field, Value.Sequence list) {
    if (!FieldMerge.isSet(field)) {
      return ItemParts.isKeyed(field, list);
    }
    return byKey(field, list).size() == list.items().size();
  }
}
