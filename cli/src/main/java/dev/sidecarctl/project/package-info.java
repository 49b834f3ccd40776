/**
 * What a project's {@code .sidecarctl.yaml} says, and the rules that follow from it.
 *
 * <p>Invariant: works on the configuration's text alone; which one counts for a file, and what its
 * paths lead to, is settled above.
 */
@NullMarked
package dev.sidecarctl.project;

import org.jspecify.annotations.NullMarked;
