/**
 * The command line: options to requests, files and folders to sources, results to streams and
 * files, and the exit status.
 *
 * <p>Invariant: it alone knows picocli and, in its folders, the file system; nothing here ends the
 * process.
 */
@NullMarked
package dev.sidecarctl.command;

import org.jspecify.annotations.NullMarked;
