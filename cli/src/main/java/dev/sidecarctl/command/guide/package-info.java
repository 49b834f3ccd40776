/**
 * What the program tells of itself: help, manual pages and completion scripts, all made of one
 * description.
 *
 * <p>Invariant: it is texts in, texts out; it knows no parser and no file, and no run that works on
 * manifests loads it.
 */
@NullMarked
package dev.sidecarctl.command.guide;

import org.jspecify.annotations.NullMarked;
