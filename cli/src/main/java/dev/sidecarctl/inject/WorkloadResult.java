package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.ResourceId;

/**
 * What became of one workload.
 *
 * @param id what it is called
 * @param outcome what was done
 * @param note a remark for the workload's line, such as that a Job's template is immutable; empty
 *     for none
 */
public record WorkloadResult(ResourceId id, Outcome outcome, String note) {}
