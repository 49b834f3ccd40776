package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.project.ForeignContainers;
import dev.sidecarctl.template.ConflictPolicies;

/**
 * What a run of {@code inject} was asked for.
 *
 * @param offer the templates, and what fills them in
 * @param version the cluster's version
 * @param policies what is done about conflicts, as the command line and the project say
 * @param foreign containers that somebody else puts into pods
 * @param namespace of workloads that name none ({@code -n}); empty if not given
 * @param onHostNetwork what becomes of templates that need a network of the pod's own
 * @param ownership what becomes of what the record does not know, or nobody lists any more
 * @param checking how what comes out is checked
 * @param source how the source is looked at
 */
public record InjectionRequest(
    TemplateOffer offer,
    KubernetesVersion version,
    ConflictPolicies policies,
    ForeignContainers foreign,
    String namespace,
    HostNetworkPolicy onHostNetwork,
    Ownership ownership,
    Checking checking,
    SourceSettings source) {}
