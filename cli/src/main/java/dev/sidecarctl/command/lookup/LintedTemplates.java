package dev.sidecarctl.command.lookup;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.InputFinder;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.ProjectFolders;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.inject.TemplateOffer;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.SidecarTemplate;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The templates that operands mean: names, files, and folders with files of templates. */
public final class LintedTemplates {
  /** What a file has to say in a folder where other files lie, too. */
  private static final Pattern TEMPLATE =
      Pattern.compile("(?m)^[\"']?kind[\"']?\\s*:\\s*[\"']?SidecarTemplate\\b");

  private final Path folder;
  private final ProjectFinder projects;
  private final Settings settings;
  private final TemplateFiles files;
  private final Catalogue catalogue;
  private final List<Linted> templates = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private ExitStatus status = ExitStatus.DONE;

  /**
   * A template, and what counts for it.
   *
   * @param given values of its parameters
   * @param configuration of the project that its file lies in, or of the working directory
   */
  public record Linted(SidecarTemplate template, GivenValues given, Configuration configuration) {}

  private LintedTemplates(Path folder, Settings settings, Catalogue catalogue) {
    this.folder = folder;
    this.projects = new ProjectFinder(folder);
    this.settings = settings;
    this.files = new TemplateFiles(folder, catalogue);
    this.catalogue = catalogue;
  }

  /**
   * Finds and reads them.
   *
   * @param operands none for those that the working directory's configuration lists
   * @param set those of {@code --set}
   * @param folder the working directory
   * @throws StoppedException where a setting sets nothing
   */
  public static LintedTemplates of(
      List<String> operands, List<String> set, Path folder, Catalogue catalogue) {
    LintedTemplates found = new LintedTemplates(folder, Settings.of(set), catalogue);
    if (operands.isEmpty()) {
      found.attempt(() -> found.add(List.of(), found.projects.ofWorkingDirectory()));
    }
    for (String operand : found.arguments(operands)) {
      found.attempt(() -> found.add(List.of(operand), found.projectOf(operand)));
    }
    found.refuseUnused();
    return found;
  }

  /** Those that could be read, in order. */
  public List<Linted> templates() {
    return templates;
  }

  /** What is wrong with those that could not. */
  public List<Diagnostic> problems() {
    return problems;
  }

  /** What the problems end a run with. */
  public ExitStatus status() {
    return status;
  }

  /** What stands for a folder are its files; each counts once. */
  private Set<String> arguments(List<String> operands) {
    Set<String> arguments = new LinkedHashSet<>();
    for (String operand : operands) {
      if (!operand.isEmpty() && Files.isDirectory(folder.resolve(operand))) {
        InputFinder finder = new InputFinder(folder, true);
        finder.add(operand);
        finder.problems().forEach(problem -> add(ExitStatus.FAILED, problem));
        for (Input input : finder.inputs()) {
          attempt(() -> addIfTemplate(input, arguments));
        }
      } else {
        arguments.add(operand);
      }
    }
    return arguments;
  }

  private static void addIfTemplate(Input input, Set<String> arguments) {
    Path path = input.path();
    if (path != null) {
      String text = new InputReader(InputStream.nullInputStream()).read(input.name(), path).text();
      if (TEMPLATE.matcher(text).find()) {
        arguments.add(input.name().indexOf('/') < 0 ? "./" + input.name() : input.name());
      }
    }
  }

  private Optional<Project> projectOf(String operand) {
    Path file = folder.resolve(operand);
    return TemplateFiles.isPath(operand) && Files.exists(file)
        ? projects.ofFile(ProjectFolders.real(file))
        : projects.ofWorkingDirectory();
  }

  private void add(List<String> arguments, Optional<Project> project) {
    TemplateOffer offer =
        new TemplateOffers(arguments, settings, files, catalogue).of(project).offer();
    for (SidecarTemplate template : offer.templates()) {
      templates.add(new Linted(template, offer.given(), Project.configuration(project)));
    }
  }

  private void attempt(Runnable work) {
    try {
      work.run();
    } catch (StoppedException e) {
      e.diagnostics().forEach(problem -> add(e.status(), problem));
    } catch (RefusedException e) {
      e.diagnostics().forEach(problem -> add(ExitStatus.REFUSED, problem));
    }
  }

  private void add(ExitStatus itsStatus, Diagnostic problem) {
    problems.add(problem);
    status = status.and(itsStatus);
  }

  private void refuseUnused() {
    List<SidecarTemplate> known = new ArrayList<>();
    templates.forEach(linted -> known.add(linted.template()));
    List<Diagnostic> unused = settings.unused(known);
    if (!unused.isEmpty() && problems.isEmpty()) {
      throw new StoppedException(ExitStatus.USAGE, unused);
    }
  }
}
