/**
 * A pod template and sidecar templates made into one plan; conflicts; the record of what is whose.
 *
 * <p>Invariant: works on data, never on a manifest's text; what a user wrote is kept, or the plan
 * is refused.
 */
@NullMarked
package dev.sidecarctl.merge;

import org.jspecify.annotations.NullMarked;
