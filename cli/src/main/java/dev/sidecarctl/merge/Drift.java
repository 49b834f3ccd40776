package dev.sidecarctl.merge;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether somebody edited items of ours since they were recorded. */
final class Drift {
  private final Value.Mapping current;
  private final OwnPart recordedPart;

  /**
   * @param current the pod template as it is in the manifest
   * @param recorded the names of all recorded items
   */
  Drift(Value.Mapping current, Set<ItemPath> recorded) {
    this.current = current;
    this.recordedPart = new OwnPart(recorded);
  }

  /** An item as it is, without other recorded items inside it; empty if it is not there. */
  Optional<Value> present(ItemPath path) {
    return recordedPart.of(path, current);
  }

  /**
   * The names of what somebody edited in an item, added to it or took out of it; the item's own if
   * all of it is gone, or is another value.
   *
   * @param path its name
   * @param recorded as the template had it
   */
  List<String> edits(ItemPath path, Digests recorded) {
    Optional<Value> present = present(path);
    if (recorded.isUsers()) {
      return List.of();
    }
    if (present.isEmpty()) {
      return List.of(path.toString());
    }
    Digests are = Digests.of(path, present.get()).withUsers(recorded.usersParts());
    if (are.isWhole() || recorded.isWhole()) {
      return are.equals(recorded) ? List.of() : List.of(path.toString());
    }
    Set<String> parts = new TreeSet<>(are.parts().keySet());
    parts.addAll(recorded.parts().keySet());
    List<String> edits = new ArrayList<>();
    for (String part : parts) {
      if (!Objects.equals(are.parts().get(part), recorded.parts().get(part))) {
        edits.add(path + "/" + part);
      }
    }
    return edits;
  }

  /**
   * Whether an item was edited since it was recorded, in a part that is not the user's anyhow.
   *
   * @param path its name
   * @param recorded as the template had it
   */
  boolean isEdited(ItemPath path, Digests recorded) {
    Optional<Value> present = present(path);
    return present.isPresent()
        && !recorded.isUsers()
        && !Digests.of(path, present.get()).withUsers(recorded.usersParts()).equals(recorded);
  }
}
