package dev.sidecarctl.command.file;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The script that starts the program. */
public final class Launcher {
  private static final String NAME = "sidecarctl";

  /** From the jar: where it is installed, and in a source tree. */
  private static final List<String> BESIDE_THE_JAR = List.of("../bin/" + NAME, "../../" + NAME);

  private Launcher() {}

  /** The one that started this process, as far as its jar tells. */
  public static Optional<Path> ofProcess() {
    return of(System.getProperty("java.class.path", ""));
  }

  /**
   * The one that belongs to a jar.
   *
   * @param jar its path
   */
  static Optional<Path> of(String jar) {
    try {
      Path folder = Path.of(jar).toAbsolutePath().getParent();
      for (String beside : BESIDE_THE_JAR) {
        Path launcher = folder == null ? null : folder.resolve(beside).normalize();
        if (launcher != null && Files.isRegularFile(launcher) && Files.isExecutable(launcher)) {
          return Optional.of(launcher);
        }
      }
    } catch (InvalidPathException e) {
      // Several jars, which no launcher gives.
    }
    return Optional.empty();
  }
}
