package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.ResourceId;
import java.util.List;

/**
 * What became of one workload.
 *
 * @param id what it is called
 * @param outcome what was done
 * @param note a remark for the workload's line, such as that a Job's template is immutable; empty
 *     for none
 * @param findings what is said of its change; among what is said of the source, too
 */
public record WorkloadResult(
    ResourceId id, Outcome outcome, String note, List<Diagnostic> findings) {

  /** One of which nothing is said. */
  public WorkloadResult(ResourceId id, Outcome outcome, String note) {
    this(id, outcome, note, List.of());
  }

  /** The same workload, refused. */
  WorkloadResult refused() {
    return new WorkloadResult(id, new Outcome.Refused(), "", findings);
  }
}
