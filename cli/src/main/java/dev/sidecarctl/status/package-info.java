/**
 * What was injected, for people who look after many workloads.
 *
 * <p>Invariant: tells what {@code inject} read out of the records, and judges nothing.
 */
@NullMarked
package dev.sidecarctl.status;

import org.jspecify.annotations.NullMarked;
