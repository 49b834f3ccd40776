package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Set;

/**
 * What is to become of a workload's pod template.
 *
 * @param pod the pod template afterwards; meaningless when a diagnostic is an error
 * @param record what is recorded afterwards; {@code was} is carried over unchanged
 * @param replaced items that stand in place of something of the user's
 * @param leftOut names of templates that stay out for a container of the pod's own that is kept
 * @param diagnostics conflicts and warnings
 */
public record InjectionPlan(
    Value.Mapping pod,
    InjectionRecord record,
    Set<ItemPath> replaced,
    Set<String> leftOut,
    List<Diagnostic> diagnostics) {}
