package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.ProjectFolders;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.command.lookup.ProjectFinder;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.output.Report;
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
  private final Report report;
  private final InputReader reader;
  private final ProjectFolders folders = new ProjectFolders();

  PendingInputs(
      RunOptions options,
      RuleOptions rules,
      Surroundings around,
      ProjectFinder projects,
      Report report) {
    this.options = options;
    this.rules = rules;
    this.projects = projects;
    this.report = report;
    this.reader = new InputReader(around.in());
  }

  /**
   * Reads an input.
   *
   * @param run is told why it cannot be read
   * @return empty if it cannot
   */
  Optional<PendingInput> read(Input input, ManifestRun run) {
    try {
      Optional<Project> project = projects.of(input);
      Optional<Diagnostic> excluded = Optional.empty();
      if (project.isPresent()) {
        report.detail(project.get().name() + " counts for " + input.name());
        excluded = exclusion(input, project.get());
      }
      // An excluded file is not even read where its text is not asked for.
      boolean unread = excluded.isPresent() && (options.inPlace() || options.check());
      if (!unread && options.onlyManifests() && !reader.mayBeManifest(input)) {
        report.detail(input.name() + " holds no Kubernetes object: passed over");
        return Optional.empty();
      }
      Source source = unread ? new Source(input.name(), "") : reader.read(input);
      return Optional.of(
          new PendingInput(input, source, settings(input, project), project, excluded));
    } catch (RefusedException e) {
      for (Diagnostic diagnostic : e.diagnostics()) {
        run.add(ExitStatus.REFUSED, diagnostic);
      }
    } catch (StoppedException e) {
      for (Diagnostic diagnostic : e.diagnostics()) {
        run.add(e.status(), diagnostic);
      }
    } catch (RuntimeException | StackOverflowError e) {
      throw new InternalErrorException(input.name(), e);
    }
    return Optional.empty();
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
