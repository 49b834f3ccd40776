/**
 * What is wrong, where, and what to do about it; how that is laid out.
 *
 * <p>Invariant: knows text, not YAML; every message is worded where it is found.
 */
@NullMarked
package dev.sidecarctl.diagnostic;

import org.jspecify.annotations.NullMarked;
