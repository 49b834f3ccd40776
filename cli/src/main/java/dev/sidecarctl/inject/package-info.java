/**
 * The straight line for one source: workloads, plan, edits, verified text; and the way back.
 *
 * <p>Invariant: what it returns is the source itself, or has been read again and found to be what
 * was planned.
 */
@NullMarked
package dev.sidecarctl.inject;

import org.jspecify.annotations.NullMarked;
