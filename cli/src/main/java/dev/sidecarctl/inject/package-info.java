/**
 * The straight way for one source: workloads, plan, edits, verified text; and the way back.
 *
 * <p>Invariant: no file, stream or clock; what is wrong comes back as diagnostics, never as half a
 * text.
 */
@NullMarked
package dev.sidecarctl.inject;

import org.jspecify.annotations.NullMarked;
