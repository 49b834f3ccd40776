/**
 * What a pod asks of a node: sums of CPU and memory as the scheduler takes them, the class of
 * quality of service, how many pods there are.
 *
 * <p>Invariant: it alone knows fabric8's model; counts what a pod says, and judges nothing.
 */
@NullMarked
package dev.sidecarctl.plan.cost;

import org.jspecify.annotations.NullMarked;
