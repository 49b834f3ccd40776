package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.ItemKeys;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/**
 * Tells items of lists apart as Kubernetes does. Where a template changes the place of its
 * sidecars, it is they that move: the user's items keep their text.
 */
final class RecordedItems implements ItemKeys {
  private final ListMapKeys keys = new ListMapKeys();
  private final PlacedChanges changes;

  /**
   * @param changes those of the document
   */
  RecordedItems(PlacedChanges changes) {
    this.changes = changes;
  }

  @Override
  public Optional<String> key(FieldPath list, Value item) {
    return keys.key(list, item);
  }

  @Override
  public boolean givesWay(FieldPath list, Value item) {
    WorkloadChange change = changes.around(list).orElse(null);
    if (change == null || change.before().isEmpty()) {
      return false;
    }
    Optional<String> name = SlotName.of(change.workload(), list);
    return name.isPresent()
        && !SlotName.isRooted(name.get())
        && change.before().covers(ItemPath.parse(name.get()).toItem(item));
  }
}
