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
  private @Nullable List<FieldPath> written;

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
      change.before().locations(workload.pod()).forEach(item -> found.add(pod.then(item)));
      if (!change.before().isEmpty()) {
        found.add(workload.at().then(StatusAnnotation.AT));
      }
    }
    return found;
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
