package dev.sidecarctl.merge;

import dev.sidecarctl.yaml.Value;
import java.util.Optional;
import java.util.Set;

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
