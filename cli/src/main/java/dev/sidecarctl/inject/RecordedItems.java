package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.ItemKeys;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Optional;

/**
 * Tells items of lists apart as Kubernetes does. Where a template changes the place of its
 * sidecars, it is they that move: the user's items keep their text.
 */
final class RecordedItems implements ItemKeys {
  private final ListMapKeys keys = new ListMapKeys();
  private final List<WorkloadChange> changes;

  /**
   * @param changes those of the document
   */
  RecordedItems(List<WorkloadChange> changes) {
    this.changes = changes;
  }

  @Override
  public Optional<String> key(FieldPath list, Value item) {
    return keys.key(list, item);
  }

  /** The record, and what it names. */
  @Override
  public boolean isOurs(FieldPath place) {
    for (WorkloadChange change : changes) {
      Optional<String> name = SlotName.of(change.workload(), place);
      if (name.isPresent()) {
        ItemPath path = SlotName.path(name.get());
        return path.segments().contains(InjectionRecord.ANNOTATION)
            || (!SlotName.isRooted(name.get()) && change.before().covers(path));
      }
    }
    return false;
  }

  /** A template's item that took the place of the user's. */
  @Override
  public boolean isReplaced(FieldPath place) {
    for (WorkloadChange change : changes) {
      Optional<String> name = SlotName.of(change.workload(), place);
      if (name.isPresent() && !SlotName.isRooted(name.get())) {
        ItemPath item = ItemPath.parse(name.get());
        return change.after().names(item) && !change.before().covers(item);
      }
    }
    return false;
  }

  @Override
  public boolean givesWay(FieldPath list, Value item) {
    for (WorkloadChange change : changes) {
      Optional<String> name = SlotName.of(change.workload(), list);
      if (name.isPresent() && !SlotName.isRooted(name.get())) {
        return change.before().covers(ItemPath.parse(name.get()).toItem(item));
      }
    }
    return false;
  }
}
