/**
 * What counts for a file: the project around it, the templates that are asked for, by name or path,
 * and the values of their parameters.
 *
 * <p>Invariant: knows no option, and reads; nothing here writes.
 */
@NullMarked
package dev.sidecarctl.command.lookup;

import org.jspecify.annotations.NullMarked;
