/**
 * What a pod is made of, for those who tell of it: containers in the order in which they start,
 * what each waits for, volumes and who mounts them.
 *
 * <p>Invariant: looks at the data of a pod and at what is recorded of it, and at nothing else.
 */
@NullMarked
package dev.sidecarctl.plan.pod;

import org.jspecify.annotations.NullMarked;
