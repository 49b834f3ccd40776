/**
 * Which documents are workloads, where their pod template is, what items of lists are known by, and
 * what means the same to a cluster.
 *
 * <p>Invariant: knows the shape of Kubernetes objects, and nothing of sidecar templates.
 */
@NullMarked
package dev.sidecarctl.kubernetes;

import org.jspecify.annotations.NullMarked;
