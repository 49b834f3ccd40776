package dev.sidecarctl.inject;

import dev.sidecarctl.yaml.FieldPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The changes of a document by the place of their workload: a List may hold thousands. */
final class PlacedChanges {
  private final Map<FieldPath, WorkloadChange> changes = new HashMap<>();

  PlacedChanges(List<WorkloadChange> all) {
    for (WorkloadChange change : all) {
      changes.put(change.workload().at(), change);
    }
  }

  /** The change of the workload that a place is within; none stands within another. */
  Optional<WorkloadChange> around(FieldPath place) {
    for (int length = 0; length <= place.segments().size(); length++) {
      WorkloadChange found = changes.get(new FieldPath(place.segments().subList(0, length)));
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }
}
