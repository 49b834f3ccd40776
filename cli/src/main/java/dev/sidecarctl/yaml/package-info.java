/**
 * YAML streams read into nodes with exact places, and wanted data lowered to edits of the text.
 *
 * <p>Invariant: it alone knows SnakeYAML Engine; text that the user wrote is never printed anew.
 */
@NullMarked
package dev.sidecarctl.yaml;

import org.jspecify.annotations.NullMarked;
