/**
 * What {@code validate} found, for machines.
 *
 * <p>Invariant: tells what {@code inject} found, and judges nothing.
 */
@NullMarked
package dev.sidecarctl.validation;

import org.jspecify.annotations.NullMarked;
