package dev.sidecarctl.merge;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Changes of a pod template's data by {@link ItemPath}; what is not there is created. */
final class PodEdit {

  private PodEdit() {}

  /**
   * Puts an item into a list.
   *
   * @param list the path of the list
   * @param position index in the list as it is; -1 for the end
   */
  static Value.Mapping addItem(Value.Mapping pod, ItemPath list, Value item, int position) {
    return change(
        pod,
        list,
        present -> {
          Value.Sequence sequence =
              present instanceof Value.Sequence there ? there : Value.Sequence.empty();
          List<Value> items = new ArrayList<>(sequence.items());
          items.add(position < 0 ? items.size() : position, item);
          return sequence.withItems(items);
        });
  }

  /** Puts a value at a path, whatever stood there. */
  static Value.Mapping set(Value.Mapping pod, ItemPath path, Value value) {
    return change(pod, path, present -> value);
  }

  /** Puts an item into its list, at the end if it is not there, or a value at a field. */
  static Value.Mapping put(Value.Mapping pod, ItemPath path, Value value) {
    boolean item =
        path.find(pod).isEmpty()
            && path.size() > 1
            && ItemPath.itemSegment(path.list(), value).equals(path.last());
    return item ? addItem(pod, path.parent(), value, -1) : set(pod, path, value);
  }

  /** Takes an item or a field out, if it is there; empty parents stay. */
  static Value.Mapping remove(Value.Mapping pod, ItemPath path) {
    if (path.find(pod).isEmpty()) {
      return pod;
    }
    return change(
        pod,
        path.parent(),
        present -> {
          if (present instanceof Value.Mapping mapping) {
            return mapping.without(path.last());
          }
          Value.Sequence sequence = (Value.Sequence) present;
          List<Value> items = new ArrayList<>(sequence.items());
          items.remove(ItemPath.indexOf(path.list(), sequence, path.last()));
          return sequence.withItems(items);
        });
  }

  private static Value.Mapping change(
      Value.Mapping pod, ItemPath path, UnaryOperator<Value> change) {
    return (Value.Mapping) change(pod, path.segments(), 0, "", change);
  }

  private static Value change(
      Value at, List<String> segments, int depth, String field, UnaryOperator<Value> change) {
    if (depth == segments.size()) {
      return change.apply(at);
    }
    String segment = segments.get(depth);
    if (at instanceof Value.Sequence sequence) {
      int index = ItemPath.indexOf(field, sequence, segment);
      List<Value> items = new ArrayList<>(sequence.items());
      items.set(index, change(items.get(index), segments, depth + 1, segment, change));
      return sequence.withItems(items);
    }
    Value.Mapping mapping = at instanceof Value.Mapping there ? there : Value.Mapping.empty();
    Value inner = mapping.find(segment).orElse(Value.nothing());
    return putAtCustomaryPlace(
        mapping, segment, change(inner, segments, depth + 1, segment, change));
  }

  /** A new key goes to the end, but for those that people write before another one. */
  private static Value.Mapping putAtCustomaryPlace(Value.Mapping mapping, String key, Value value) {
    return switch (key) {
      case "initContainers" -> mapping.withBefore("containers", key, value);
      case "metadata" ->
          mapping.withBefore(mapping.find("spec").isPresent() ? "spec" : "template", key, value);
      default -> mapping.with(key, value);
    };
  }
}
