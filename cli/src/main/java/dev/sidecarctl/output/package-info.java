/**
 * Results as people and pipes get them: the YAML stream, and the lines about what happened.
 *
 * <p>Invariant: makes text and nothing else; never opens a file or a stream.
 */
@NullMarked
package dev.sidecarctl.output;

import org.jspecify.annotations.NullMarked;
