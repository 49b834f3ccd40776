package dev.sidecarctl.template;

import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.yaml.Value;
import java.util.List;

/**
 * What the references in a template stand for beside its parameters.
 *
 * @param workload for {@code $(workload.kind|name|namespace)}
 * @param namespace the workload's namespace, or the one given with {@code -n}; empty if neither
 * @param containers the application's own containers in manifest order, without sidecars: for
 *     {@code $(container.name|image|port)}
 * @param initContainers the application's own init containers, without native sidecars
 * @param nativeSidecars whether sidecars go into the workload as native ones
 */
public record RenderContext(
    Workload workload,
    String namespace,
    List<Value.Mapping> containers,
    List<Value.Mapping> initContainers,
    boolean nativeSidecars) {}
