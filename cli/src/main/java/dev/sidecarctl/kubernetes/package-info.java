/**
 * Which documents are manifests, which manifests are workloads, and where their pod template is.
 *
 * <p>Invariant: knows the shape of Kubernetes objects and nothing of sidecars.
 */
@NullMarked
package dev.sidecarctl.kubernetes;

import org.jspecify.annotations.NullMarked;
