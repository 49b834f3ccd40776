package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.project.WarningRules;

/**
 * How a source is looked at: what lies around it, and what its project says.
 *
 * @param skipUnrendered whether Helm source passes through ({@code --skip-unrendered}, or a folder
 *     below a {@code Chart.yaml})
 * @param kustomizePatch whether a {@code kustomization.yaml} lists the source as a patch
 * @param kustomized whether a {@code kustomization.yaml} lists the source as a resource
 * @param kinds which objects are workloads
 * @param hosted whether a host such as kustomize calls, with one template of perhaps several, and a
 *     copy of the manifests: other templates' names are then their own calls' business, and the
 *     record holds no text
 * @param warnings which warnings are said, and which forbid writing
 */
public record SourceSettings(
    boolean skipUnrendered,
    boolean kustomizePatch,
    boolean kustomized,
    boolean hosted,
    WorkloadKinds kinds,
    WarningRules warnings) {}
