/**
 * The command line: options to requests, files and folders to sources, results to streams and
 * files, and the exit status.
 *
 * <p>Invariant: the only package that touches files, and the only one that knows picocli. Nothing
 * here ends the process: {@link dev.sidecarctl.command.CommandLineTool#run} returns a status.
 */
@NullMarked
package dev.sidecarctl.command;

import org.jspecify.annotations.NullMarked;
