package dev.sidecarctl.command.lookup;

import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.PathGlob;
import dev.sidecarctl.project.Placed;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A configuration and the folder that its paths are relative to.
 *
 * @param configuration what it says
 * @param folder where it lies; an absolute path without links
 * @param repository the top of the Git repository that it lies in; null where there is none
 * @param base the working directory, likewise absolute
 */
public record Project(
    Configuration configuration, Path folder, @Nullable Path repository, Path base) {

  /** What counts for the files of a project, or of none. */
  public static Configuration configuration(Optional<Project> project) {
    // No lambda: this is on the way of every run, and each costs time at the start.
    return project.isPresent() ? project.get().configuration : Configuration.none();
  }

  /** The configuration's file, as messages name it. */
  public String name() {
    return configuration.source().name();
  }

  /** The path of a file below the working directory or beside it, as messages name it. */
  String nameOf(Path file) {
    return nameOf(file, base);
  }

  static String nameOf(Path file, Path base) {
    return base.relativize(file).toString().replace('\\', '/');
  }

  /** Whether a path leads out of the repository. Without one there is nothing to leave. */
  boolean isOutside(Path file) {
    return repository != null && !file.normalize().startsWith(repository);
  }

  /** The item of {@code exclude} that means a file, given by its path without links. */
  public Optional<Placed<PathGlob>> exclusionOf(Path file) {
    return configuration.exclude().isEmpty()
        ? Optional.empty()
        : configuration.exclusionOf(nameOf(file, folder));
  }
}
