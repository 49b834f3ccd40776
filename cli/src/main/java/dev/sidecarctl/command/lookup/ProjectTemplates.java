package dev.sidecarctl.command.lookup;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.Placed;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.TemplateLibrary;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The templates that a configuration lists, read all together when first asked for. */
final class ProjectTemplates implements TemplateLibrary {
  private final Project project;
  private final Catalogue catalogue;
  private final Map<String, SidecarTemplate> templates = new LinkedHashMap<>();
  private final Map<String, Placed<String>> listedAt = new LinkedHashMap<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private ExitStatus status = ExitStatus.DONE;
  private boolean read;

  /**
   * @param project whose configuration lists them
   * @param catalogue where it finds those that it lists by name
   */
  ProjectTemplates(Project project, Catalogue catalogue) {
    this.project = project;
    this.catalogue = catalogue;
  }

  /**
   * All of them, in order.
   *
   * @throws StoppedException with everything that is wrong with them, or with the parameters that
   *     the configuration gives them
   */
  synchronized List<SidecarTemplate> all() {
    if (!read) {
      read = true;
      for (Placed<String> item : project.configuration().templates().orElse(List.of())) {
        add(item);
      }
      if (problems.isEmpty()) {
        checkParameters();
      }
    }
    if (!problems.isEmpty()) {
      throw new StoppedException(status, problems);
    }
    return List.copyOf(templates.values());
  }

  @Override
  public Optional<SidecarTemplate> find(String name) {
    all();
    return Optional.ofNullable(templates.get(name));
  }

  @Override
  public List<String> names() {
    all();
    return List.copyOf(templates.keySet());
  }

  private void add(Placed<String> item) {
    try {
      List<SidecarTemplate> found = TemplateFiles.isPath(item.value()) ? inFile(item) : named(item);
      found.forEach(template -> add(template, item));
    } catch (RefusedException e) {
      e.diagnostics().forEach(problem -> add(ExitStatus.REFUSED, problem));
    } catch (StoppedException e) {
      for (Diagnostic problem : e.diagnostics()) {
        add(e.status(), Diagnostic.error(problem.code(), problem.message(), item.at()));
      }
    }
  }

  private void add(SidecarTemplate template, Placed<String> item) {
    templates.putIfAbsent(template.name(), template);
    Placed<String> first = listedAt.putIfAbsent(template.name(), item);
    if (first != null) {
      add(
          ExitStatus.REFUSED,
          Diagnostic.error(
                  Code.CONFIGURATION_DUPLICATE,
                  "two templates are named " + template.name(),
                  item.at())
              .noting(first.at(), "the other one")
              .helping("give one of them another name, or take it out"));
    }
  }

  private List<SidecarTemplate> inFile(Placed<String> item) {
    Path file;
    try {
      file = project.folder().resolve(item.value()).normalize();
    } catch (InvalidPathException e) {
      throw refused(Code.CONFIGURATION_VALUE, item.value() + " is no path", item, "");
    }
    if (project.isOutside(file)) {
      throw refused(
          Code.CONFIGURATION_PATH,
          item.value() + " leads out of the repository",
          item,
          "copy the template into the repository, or give it with -t");
    }
    InputReader reader = new InputReader(InputStream.nullInputStream());
    String name = project.nameOf(file);
    return SidecarTemplate.read(
        reader.read(name, file), TemplateFolder.ofFile(name, project.base(), catalogue));
  }

  private List<SidecarTemplate> named(Placed<String> item) {
    String name = item.value();
    return List.of(
        catalogue
            .find(name)
            .orElseThrow(
                () ->
                    refused(
                        Code.TEMPLATE_UNKNOWN,
                        "there is no template " + name,
                        item,
                        NearestWord.of(name, catalogue.names())
                                .map(near -> "did you mean " + near + "? ")
                                .orElse("")
                            + "the catalogue has: "
                            + String.join(", ", catalogue.names())
                            + "; a path has a / in it")));
  }

  private static RefusedException refused(
      Code code, String message, Placed<String> item, String help) {
    return new RefusedException(Diagnostic.error(code, message, item.at()).helping(help));
  }

  private void checkParameters() {
    Configuration configuration = project.configuration();
    for (SidecarTemplate template : templates.values()) {
      configuration.refusals(template).forEach(refusal -> add(ExitStatus.REFUSED, refusal));
    }
    List<String> listed = List.copyOf(templates.keySet());
    configuration.strayParameters(listed).forEach(stray -> add(ExitStatus.REFUSED, stray));
  }

  private void add(ExitStatus itsStatus, Diagnostic problem) {
    problems.add(problem);
    status = status.and(itsStatus);
  }
}
