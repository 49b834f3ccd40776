package dev.sidecarctl.command.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something to read manifests from.
 *
 * @param name as diagnostics print it: the path as given, or {@code <stdin>}
 * @param path where it is; null for standard input
 * @param named whether the command line names the file itself, not a folder that holds it
 * @param regular whether it is a file, which can be read again and replaced, not a pipe or a device
 */
public record Input(String name, @Nullable Path path, boolean named, boolean regular) {

  /** What is piped in. */
  public static Input standardInput() {
    return new Input("<stdin>", null, true, false);
  }
}
