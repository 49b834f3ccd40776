package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.ItemKeys;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells items of lists apart as Kubernetes does. Where a template changes the place of its
 * sidecars, it is they that move: the user's items keep their text.
 */
final class RecordedItems implements ItemKeys {
  private final ListMapKeys keys = new ListMapKeys();
  private final List<WorkloadChange> changes;
  private final PlacedChanges placed;
  private @Nullable List<FieldPath> written;

  /**
   * @param changes those of the document
   * @param placed the same, by their places
   */
  RecordedItems(List<WorkloadChange> changes, PlacedChanges placed) {
    this.changes = changes;
    this.placed = placed;
  }

  @Override
  public Optional<String> key(FieldPath list, Value item) {
    return keys.key(list, item);
  }

  /** A template's item that took the place of the user's. */
  @Override
  public boolean isReplaced(FieldPath place) {
    WorkloadChange change = placed.around(place).orElse(null);
    if (change == null) {
      return false;
    }
    Optional<String> name = SlotName.of(change.workload(), place);
    if (name.isEmpty() || SlotName.isRooted(name.get())) {
      return false;
    }
    ItemPath item = ItemPath.parse(name.get());
    return change.after().names(item) && !change.before().covers(item);
  }

  @Override
  public List<FieldPath> written() {
    List<FieldPath> known = written;
    if (known == null) {
      known = findWritten();
      written = known;
    }
    return known;
  }

  private List<FieldPath> findWritten() {
    List<FieldPath> found = new ArrayList<>();
    for (WorkloadChange change : changes) {
      Workload workload = change.workload();
      FieldPath pod = workload.at().then(workload.podTemplate());
      for (FieldPath item : change.before().locations(workload.pod())) {
        found.add(pod.then(item));
      }
      if (!change.before().isEmpty()) {
        found.add(workload.at().then(StatusAnnotation.AT));
      }
    }
    return found;
  }

  @Override
  public boolean stoodEmpty(FieldPath place) {
    WorkloadChange change = placed.around(place).orElse(null);
    if (change == null || change.before().was().isEmpty()) {
      return false;
    }
    Optional<String> name = SlotName.of(change.workload(), place);
    return name.isPresent() && change.before().was().containsKey(name.get());
  }

  @Override
  public boolean givesWay(FieldPath list, Value item) {
    WorkloadChange change = placed.around(list).orElse(null);
    if (change == null || change.before().isEmpty()) {
      return false;
    }
    Optional<String> name = SlotName.of(change.workload(), list);
    return name.isPresent()
        && !SlotName.isRooted(name.get())
        && change.before().covers(ItemPath.parse(name.get()).toItem(item));
  }
}
