package dev.sidecarctl.merge;

import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Brings a planned pod template as near to the present one as its meaning allows: what means the
 * same stays as it is written, and what stays keeps its place, so that a second run edits nothing
 * and an upgrade only what the template changed.
 */
final class Settling {
  private final Predicate<ItemPath> ours;
  private final InjectionRecord others;
  private final Predicate<ItemPath> placedByName;
  private final Set<ItemPath> comingAndGoing;

  /**
   * @param ours whether a template of this run brought what is at a path
   * @param others what templates brought that this run leaves alone
   * @param placedByName whether a template names neighbours for its containers in a list
   * @param comingAndGoing items of ours that are only in one of the two: whatever they mean, they
   *     are written, or taken out
   */
  Settling(
      Predicate<ItemPath> ours,
      InjectionRecord others,
      Predicate<ItemPath> placedByName,
      Set<ItemPath> comingAndGoing) {
    this.ours = ours;
    this.others = others;
    this.placedByName = placedByName;
    this.comingAndGoing = comingAndGoing;
  }

  Value.Mapping settle(Value.Mapping present, Value.Mapping planned) {
    return (Value.Mapping) settle(new ItemPath(List.of()), "", present, planned);
  }

  private Value settle(ItemPath path, String field, Value present, Value planned) {
    return same(path, field, present, planned) ? present : merge(path, field, present, planned);
  }

  private boolean same(ItemPath path, String field, Value present, Value planned) {
    for (ItemPath item : comingAndGoing) {
      if (item.within(path)) {
        return present.equals(planned);
      }
    }
    String holder = path.size() > 1 && path.last().equals(field) ? path.list() : "";
    return Meaning.sameEntry(holder, field, present, planned);
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
    List<String> keys = new ArrayList<>(present.entries().keySet());
    keys.retainAll(planned.entries().keySet());
    insertMissing(keys, new ArrayList<>(planned.entries().keySet()));
    Map<String, Value> merged = new LinkedHashMap<>();
    for (String key : keys) {
      Value wanted = Objects.requireNonNull(planned.entries().get(key));
      Value is = present.entries().get(key);
      if (is != null) {
        merged.put(key, settle(path.then(key), key, is, wanted));
      } else if (!Meaning.isNone(field, key, wanted)) {
        merged.put(key, wanted);
      }
    }
    return present.withEntries(merged);
  }

  private Value.Sequence mergeLists(
      ItemPath path, String field, Value.Sequence present, Value.Sequence planned) {
    Map<String, Value> are = byKey(field, present);
    Map<String, Value> wanted = byKey(field, planned);
    List<String> keys = new ArrayList<>(wanted.keySet());
    boolean moves = ListMapKeys.holdsContainers(field) && asPlaced(path, are.keySet());
    if (!moves) {
      List<String> order = order(path, are.keySet(), keys);
      keys = field.equals("env") && breaksReference(order, wanted) ? keys : order;
    } else if (!placedByName.test(path)) {
      keys = besideOtherTemplates(path, are.keySet(), keys);
    }
    List<Value> merged = new ArrayList<>();
    for (String key : keys) {
      Value item = Objects.requireNonNull(wanted.get(key));
      Value is = are.get(key);
      merged.add(is == null ? item : settle(path.then(key), field, is, item));
    }
    return present.withItems(merged);
  }

  /** Whether the items of a list can be told from each other. */
  private static boolean hasItems(String field, Value.Sequence list) {
    boolean bySegment = FieldMerge.isSet(field) || ListMapKeys.holdsContainers(field);
    return bySegment
        ? byKey(field, list).size() == list.items().size()
        : ItemParts.isKeyed(field, list);
  }

  private static Map<String, Value> byKey(String field, Value.Sequence list) {
    Map<String, Value> items = new LinkedHashMap<>();
    for (Value item : list.items()) {
      items.put(ItemPath.itemSegment(field, item), item);
    }
    return items;
  }

  /**
   * Whether our containers stand at the ends of the list, as a placement puts them, or where it
   * names their neighbours: then they follow the template's placement. Where somebody put
   * containers around them, they stay.
   */
  private boolean asPlaced(ItemPath list, Set<String> keys) {
    int stretchesOfOthers = 0;
    boolean before = true;
    for (String key : keys) {
      boolean our = ours.test(list.then(key));
      stretchesOfOthers += before && !our ? 1 : 0;
      before = our;
    }
    return stretchesOfOthers <= 1 || placedByName.test(list);
  }

  /**
   * The planned order, but between what this run's templates brought earlier and what templates
   * brought that it leaves alone, the present one: else whichever template is injected again would
   * go behind the others.
   */
  private List<String> besideOtherTemplates(
      ItemPath list, Set<String> present, List<String> planned) {
    List<String> injected = new ArrayList<>();
    boolean anyOther = false;
    for (String key : present) {
      boolean other = others.covers(list.then(key));
      if (planned.contains(key) && (other || ours.test(list.then(key)))) {
        injected.add(key);
        anyOther |= other;
      }
    }
    if (!anyOther) {
      return planned;
    }
    Iterator<String> inPresentOrder = List.copyOf(injected).iterator();
    List<String> order = new ArrayList<>(planned);
    order.replaceAll(key -> injected.contains(key) ? inPresentOrder.next() : key);
    return order;
  }

  /**
   * The user's items in their present order, and ours in the places that ours have, but in the
   * order that the templates have now; each new one behind the one it was planned behind.
   */
  private List<String> order(ItemPath list, Set<String> present, List<String> planned) {
    List<String> stay = new ArrayList<>();
    for (String key : planned) {
      if (present.contains(key) && ours.test(list.then(key))) {
        stay.add(key);
      }
    }
    Iterator<String> our = stay.iterator();
    List<String> order = new ArrayList<>();
    for (String key : present) {
      if (planned.contains(key)) {
        order.add(ours.test(list.then(key)) ? our.next() : key);
      }
    }
    insertMissing(order, planned);
    return order;
  }

  private static void insertMissing(List<String> order, List<String> planned) {
    for (int i = 0; i < planned.size(); i++) {
      String key = planned.get(i);
      if (!order.contains(key)) {
        order.add(i == 0 ? 0 : order.indexOf(planned.get(i - 1)) + 1, key);
      }
    }
  }

  /** Whether a variable stands in front of one that it refers to, though planned behind it. */
  private static boolean breaksReference(List<String> order, Map<String, Value> planned) {
    List<String> right = new ArrayList<>(planned.keySet());
    for (int i = 0; i < order.size(); i++) {
      for (String name :
          VariableReferences.of(planned.getOrDefault(order.get(i), Value.nothing()))) {
        int plannedAt = right.indexOf(name);
        if (order.indexOf(name) > i && plannedAt >= 0 && plannedAt < right.indexOf(order.get(i))) {
          return true;
        }
      }
    }
    return false;
  }
}
