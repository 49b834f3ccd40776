package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * What would become of one workload, and why.
 *
 * @param id what it is called
 * @param at where its name stands; empty where it is not known
 * @param outcome what would be done
 * @param decisions for each template that was considered, in order
 * @param changes item by item, those that are added first
 * @param diagnostics conflicts and warnings of this workload
 * @param pod its pod, before and after; empty where nothing was planned
 */
public record Preview(
    ResourceId id,
    Optional<Location> at,
    Outcome outcome,
    List<TemplateDecision> decisions,
    List<ItemChange> changes,
    List<Diagnostic> diagnostics,
    Optional<PodChange> pod) {

  /** The same with what became of it in the end, and what is said of that. */
  Preview with(WorkloadResult result) {
    return new Preview(id, at, result.outcome(), decisions, changes, result.findings(), pod);
  }
}
