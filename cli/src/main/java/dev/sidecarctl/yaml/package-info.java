/**
 * YAML streams read into nodes with exact places, and wanted data lowered to edits of the text.
 *
 * <p>Invariant: knows nothing of Kubernetes but how kubectl reads scalars; text that the user wrote
 * is never printed anew. The only package that sees SnakeYAML Engine.
 */
@NullMarked
package dev.sidecarctl.yaml;

import org.jspecify.annotations.NullMarked;
