/**
 * Texts for those who write templates: which there are, what one asks for and brings, the beginning
 * of a new one.
 *
 * <p>Invariant: makes texts out of what it is given, opens no file, and judges nothing.
 */
@NullMarked
package dev.sidecarctl.authoring;

import org.jspecify.annotations.NullMarked;
