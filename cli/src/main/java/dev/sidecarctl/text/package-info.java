/**
 * Source text, places in it, and edits to it.
 *
 * <p>Invariant: edits are disjoint, sorted, and refer to the original.
 */
@NullMarked
package dev.sidecarctl.text;

import org.jspecify.annotations.NullMarked;
