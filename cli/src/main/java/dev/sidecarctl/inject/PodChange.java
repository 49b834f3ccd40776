package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.yaml.Value;
import java.util.Set;

/**
 * The pod of a workload, without sidecars and with them.
 *
 * @param workload the workload as it is
 * @param bare its pod template without anything that was ever injected
 * @param after its pod template as it is to be; as it is where the change is refused
 * @param injected what in {@code after} was injected, or is to be
 */
public record PodChange(
    Workload workload, Value.Mapping bare, Value.Mapping after, Set<ItemPath> injected) {

  static PodChange of(WorkloadChange change) {
    boolean stays = change.refused();
    return new PodChange(
        change.workload(),
        change.merge().bare(),
        stays ? change.workload().pod() : change.pod(),
        stays ? change.before().items() : change.after().items());
  }
}
