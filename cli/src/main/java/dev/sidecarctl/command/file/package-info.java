/**
 * Files, folders and standard input: which of them a run means, reading them, writing them back,
 * and how a run ends when that fails.
 *
 * <p>Invariant: knows no option, and nothing of what a text says but that it is UTF-8.
 */
@NullMarked
package dev.sidecarctl.command.file;

import org.jspecify.annotations.NullMarked;
