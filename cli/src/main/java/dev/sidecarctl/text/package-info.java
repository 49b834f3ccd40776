/**
 * Source text, places in it, and edits to it.
 *
 * <p>Invariant: knows nothing of YAML or Kubernetes; does no input or output.
 */
@NullMarked
package dev.sidecarctl.text;

import org.jspecify.annotations.NullMarked;
