/**
 * What a run found and did, for machines.
 *
 * <p>Invariant: tells what {@code inject} found, and judges nothing.
 */
@NullMarked
package dev.sidecarctl.reports;

import org.jspecify.annotations.NullMarked;
