package dev.sidecarctl.command.lookup;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.ProjectFolders;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.project.Configuration;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configuration that counts for a file: the nearest one above it, up to the top of its
 * repository. Looks into each folder once.
 */
public final class ProjectFinder {
  private static final String YAML = ".sidecarctl.yaml";
  private static final String YML = ".sidecarctl.yml";

  private final Path base;
  private final Map<Path, Optional<Project>> known = new HashMap<>();
  private final Map<Path, StoppedException> broken = new HashMap<>();

  /**
   * @param folder the working directory
   */
  public ProjectFinder(Path folder) {
    this.base = ProjectFolders.real(folder);
  }

  /**
   * The project of an input; for standard input, and what is no file, that of the working
   * directory.
   *
   * @throws StoppedException when its configuration is wrong, or cannot be read
   */
  public Optional<Project> of(Input input) {
    Path path = input.path();
    return path == null ? ofFolder(base) : ofFile(ProjectFolders.real(path));
  }

  /** The project of a file without links in its path; throws likewise. */
  public Optional<Project> ofFile(Path real) {
    Path folder = real.getParent();
    // A pipe of the shell, such as /dev/fd/63, is no file of any project.
    return folder != null && Files.isRegularFile(real) ? ofFolder(folder) : ofFolder(base);
  }

  /** The project of the working directory; throws likewise. */
  public Optional<Project> ofWorkingDirectory() {
    return ofFolder(base);
  }

  /** The project of a folder without links in its path; throws likewise. */
  public Optional<Project> ofFolder(Path folder) {
    StoppedException failure = broken.get(folder);
    if (failure != null) {
      throw failure;
    }
    Optional<Project> project = known.get(folder);
    if (project == null) {
      try {
        project = find(folder);
      } catch (StoppedException e) {
        broken.put(folder, e);
        throw e;
      }
      known.put(folder, project);
    }
    return project;
  }

  private Optional<Project> find(Path folder) {
    Path file = folder.resolve(YAML);
    Path other = folder.resolve(YML);
    boolean here = Files.exists(file);
    if (Files.exists(other)) {
      if (here) {
        throw ambiguous(file, other);
      }
      file = other;
    } else if (!here) {
      Path above = ProjectFolders.above(folder);
      return above == null ? Optional.empty() : ofFolder(above);
    }
    return Optional.of(read(folder, file));
  }

  private Project read(Path folder, Path file) {
    try {
      InputReader reader = new InputReader(InputStream.nullInputStream());
      Configuration configuration =
          Configuration.read(reader.read(Project.nameOf(file, base), file));
      return new Project(configuration, folder, repository(folder), base);
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  private StoppedException ambiguous(Path file, Path other) {
    String message =
        "there are two configurations: "
            + Project.nameOf(file, base)
            + " and "
            + Project.nameOf(other, base);
    return new StoppedException(
        ExitStatus.REFUSED,
        List.of(
            Diagnostic.error(Code.CONFIGURATION_AMBIGUOUS, message, null)
                .helping("join them, and take one of the two out")));
  }

  private static @Nullable Path repository(Path start) {
    for (Path folder = start; folder != null; folder = folder.getParent()) {
      if (ProjectFolders.isRepository(folder)) {
        return folder;
      }
    }
    return null;
  }
}
