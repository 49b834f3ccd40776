package dev.sidecarctl.plan.pod;

import java.util.List;

/**
 * A container of a pod.
 *
 * @param name its name; empty where Knative names it
 * @param image its image; empty where there is none
 * @param role what it is in the pod
 * @param injected whether sidecarctl put it there, or is to
 * @param step which one it is in the order in which containers start, from 1; those of the pod's
 *     {@code containers} start together, and are one step
 * @param waits what it waits for
 */
public record Member(
    String name, String image, Role role, boolean injected, int step, List<Wait> waits) {}
