package dev.sidecarctl.command.lookup;

import dev.sidecarctl.authoring.ListedTemplate;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.SidecarTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The templates that may be used in a folder: those of the project above, and the catalogue's. */
public final class TemplateShelf {
  private static final String CATALOGUE = "catalogue";

  private final Path folder;
  private final Catalogue catalogue;
  private final @Nullable ProjectTemplates configured;

  /**
   * @param folder the working directory
   * @throws StoppedException when the project's configuration is wrong
   */
  public TemplateShelf(Path folder, Catalogue catalogue) {
    this.folder = folder;
    this.catalogue = catalogue;
    Optional<Project> project = new ProjectFinder(folder).ofWorkingDirectory();
    this.configured = project.isPresent() ? new ProjectTemplates(project.get(), catalogue) : null;
  }

  /**
   * All that have a name, by it; a name of the project's hides the catalogue's.
   *
   * @throws StoppedException when one of the project's is wrong
   */
  public List<ListedTemplate> all() {
    Map<String, ListedTemplate> all = new TreeMap<>();
    for (String name : catalogue.names()) {
      catalogue
          .find(name)
          .ifPresent(template -> all.put(name, new ListedTemplate(template, CATALOGUE)));
    }
    for (SidecarTemplate template : ofProject()) {
      all.put(template.name(), listed(template));
    }
    return List.copyOf(all.values());
  }

  private static ListedTemplate listed(SidecarTemplate template) {
    String source = template.at().source().name();
    return new ListedTemplate(template, source.startsWith(CATALOGUE + ":") ? CATALOGUE : source);
  }

  /** Those that the project lists, in order. */
  public List<SidecarTemplate> ofProject() {
    return configured == null ? List.of() : configured.all();
  }

  /**
   * What an argument means: the templates of a file, or one by its name.
   *
   * @throws StoppedException when there is none, or it is wrong
   */
  public List<ListedTemplate> named(String argument) {
    if (TemplateFiles.isPath(argument)) {
      List<ListedTemplate> inFile = new ArrayList<>();
      new TemplateFiles(folder, catalogue)
          .in(argument)
          .forEach(template -> inFile.add(new ListedTemplate(template, argument)));
      return inFile;
    }
    try {
      Optional<SidecarTemplate> found = new NamedTemplates(configured, catalogue).find(argument);
      return List.of(listed(found.orElseThrow(() -> unknown(argument))));
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  private StoppedException unknown(String name) {
    NamedTemplates names = new NamedTemplates(configured, catalogue);
    String near =
        NearestWord.of(name, names.names()).map(word -> "did you mean " + word + "? ").orElse("");
    return new StoppedException(
        ExitStatus.USAGE,
        List.of(
            Diagnostic.error(Code.TEMPLATE_UNKNOWN, "there is no template " + name, null)
                .helping(near + names.describe() + "; a path has a / in it")));
  }
}
