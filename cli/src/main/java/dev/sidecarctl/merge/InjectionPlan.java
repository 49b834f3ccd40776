package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.yaml.Value;
import java.util.List;

/**
 * What is to become of a workload's pod template.
 *
 * @param pod the pod template afterwards; meaningless when a diagnostic is an error
 * @param record what is recorded afterwards; {@code was} is carried over unchanged
 * @param diagnostics conflicts and warnings
 */
public record InjectionPlan(
    Value.Mapping pod, InjectionRecord record, List<Diagnostic> diagnostics) {}
