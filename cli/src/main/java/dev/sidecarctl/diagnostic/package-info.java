/**
 * What is wrong, where, and what to do about it.
 *
 * <p>Invariant: every message is worded where it is found; this package only holds and lays out.
 */
@NullMarked
package dev.sidecarctl.diagnostic;

import org.jspecify.annotations.NullMarked;
