package dev.sidecarctl.command;

import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.ProjectFolders;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.command.lookup.ProjectFinder;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.PathGlob;
import dev.sidecarctl.project.Placed;
import dev.sidecarctl.text.Source;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the inputs of a run, each with what lies around it and what its project says. */
final class PendingInputs {
  private final RunOptions options;
  private final RuleOptions rules;
  private final ProjectFinder projects;
  private final InputReader reader;
  private final ProjectFolders folders = new ProjectFolders();

  PendingInputs(
      RunOptions options, RuleOptions rules, Surroundings around, ProjectFinder projects) {
    this.options = options;
    this.rules = rules;
    this.projects = projects;
    this.reader = new InputReader(around.in());
  }

  /**
   * Settles what counts for an input; for one thread.
   *
   * @throws StoppedException when its configuration is wrong, or cannot be read
   */
  PendingInput settle(Input input) {
    Optional<Project> project = projects.of(input);
    Optional<Diagnostic> excluded =
        project.isPresent() ? exclusion(input, project.get()) : Optional.empty();
    return new PendingInput(input, settings(input, project), project, excluded);
  }

  /**
   * Reads an input; for any number of threads. An excluded one is not even read where its text is
   * not asked for.
   *
   * @return empty if it is to be passed over
   * @throws StoppedException when it cannot be read
   * @throws dev.sidecarctl.diagnostic.RefusedException when it is no text
   */
  Optional<Source> read(PendingInput pending) {
    Input input = pending.input();
    if (pending.excluded().isPresent() && (options.inPlace() || options.check())) {
      return Optional.of(new Source(input.name(), ""));
    }
    return options.onlyManifests() && !reader.mayBeManifest(input)
        ? Optional.empty()
        : Optional.of(reader.read(input));
  }

  private SourceSettings settings(Input input, Optional<Project> project) {
    Path path = input.path();
    boolean chart = path != null && !input.named() && folders.isInChart(path);
    boolean patch = path != null && folders.isKustomizePatch(path);
    Configuration configuration = Project.configuration(project);
    return new SourceSettings(
        chart || options.skipUnrendered(),
        patch,
        path != null && folders.isKustomizeResource(path),
        false,
        configuration.kinds(),
        rules.warnings(configuration));
  }

  private static Optional<Diagnostic> exclusion(Input input, Project project) {
    Path path = input.path();
    if (path == null) {
      return Optional.empty();
    }
    Optional<Placed<PathGlob>> glob = project.exclusionOf(ProjectFolders.real(path));
    if (glob.isEmpty()) {
      return Optional.empty();
    }
    String message = input.name() + " is excluded: passes through";
    return Optional.of(Diagnostic.note(Code.PASSED_THROUGH, message, glob.get().at()));
  }
}
