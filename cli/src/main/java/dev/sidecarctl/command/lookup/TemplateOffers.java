package dev.sidecarctl.command.lookup;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.TemplateOffer;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.SidecarTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The templates that are offered to the files of each project of a run. */
public final class TemplateOffers {
  private final List<String> arguments;
  private final Settings settings;
  private final TemplateFiles files;
  private final Catalogue catalogue;

  /** By the folder of the configuration. */
  private final Map<Optional<Path>, Offered> offers = new LinkedHashMap<>();

  /** What is said of a project's templates once is not said anew for its next file. */
  private final Map<Optional<Path>, StoppedException> failures = new HashMap<>();

  /** What is offered under one project, and what became of it. */
  public static final class Offered {
    private final Optional<Project> project;
    private final TemplateOffer offer;
    private final AskedTemplates library;
    private final @Nullable ProjectTemplates configured;
    private String firstWithWorkload = "";

    private Offered(
        Optional<Project> project,
        TemplateOffer offer,
        AskedTemplates library,
        @Nullable ProjectTemplates configured) {
      this.project = project;
      this.offer = offer;
      this.library = library;
      this.configured = configured;
    }

    /**
     * The names of the templates that the project lists.
     *
     * @throws StoppedException when one of them is wrong
     */
    public Set<String> listed() {
      return configured == null ? Set.of() : Set.copyOf(configured.names());
    }

    /** The templates, with the values of their parameters. */
    public TemplateOffer offer() {
      return offer;
    }

    /** Remembers what became of a source. */
    public void saw(Injection injection) {
      if (firstWithWorkload.isEmpty() && !injection.workloads().isEmpty()) {
        firstWithWorkload = injection.before().name();
      }
    }

    /** Whether neither command line, configuration nor workload says what to inject. */
    public boolean isBare() {
      boolean chosen = Project.configuration(project).templates().isPresent();
      return !chosen && offer.templates().isEmpty() && !library.wereAsked();
    }

    /** The project that it was made for. */
    public Optional<Project> project() {
      return project;
    }

    /** The first file that has a workload; empty if none has. */
    public String firstWithWorkload() {
      return firstWithWorkload;
    }
  }

  /**
   * @param arguments those of {@code -t}
   * @param settings those of {@code --set}
   * @throws StoppedException when a file that {@code -t} names is wrong
   */
  public TemplateOffers(
      List<String> arguments, Settings settings, TemplateFiles files, Catalogue catalogue) {
    this.arguments = arguments;
    this.settings = settings;
    this.files = files;
    this.catalogue = catalogue;
    for (String argument : arguments) {
      if (TemplateFiles.isPath(argument)) {
        files.in(argument);
      }
    }
  }

  /** Whether {@code -t} chooses the templates. */
  public boolean isChosen() {
    return !arguments.isEmpty();
  }

  /**
   * What is offered to the files of a project, or of none.
   *
   * @throws StoppedException when a template is not known or wrong, or does not admit a value
   */
  public Offered of(Optional<Project> project) {
    Optional<Path> folder =
        project.isPresent() ? Optional.of(project.get().folder()) : Optional.empty();
    StoppedException failure = failures.get(folder);
    if (failure != null) {
      throw failure;
    }
    Offered known = offers.get(folder);
    if (known == null) {
      try {
        known = make(project);
      } catch (StoppedException e) {
        failures.put(folder, e);
        throw e;
      }
      offers.put(folder, known);
    }
    return known;
  }

  private Offered make(Optional<Project> project) {
    ProjectTemplates configured =
        project.isPresent() ? new ProjectTemplates(project.get(), catalogue) : null;
    NamedTemplates names = new NamedTemplates(configured, catalogue);
    TemplateChoice choice = new TemplateChoice(files, names);
    for (String argument : arguments) {
      choice.add(argument);
    }
    List<SidecarTemplate> templates =
        arguments.isEmpty() && configured != null ? configured.all() : choice.templates();
    Configuration configuration = Project.configuration(project);
    check(templates, configuration);
    AskedTemplates library = new AskedTemplates(templates, names, settings);
    GivenValues set = settings.given();
    TemplateOffer offer =
        new TemplateOffer(
            templates, library, set.over(configuration.given()), configuration.mirrors());
    return new Offered(project, offer, library, configured);
  }

  /** Whether the templates admit what the command line and the configuration give them. */
  private void check(List<SidecarTemplate> templates, Configuration configuration) {
    List<Diagnostic> refusals = new ArrayList<>();
    for (SidecarTemplate template : templates) {
      refusals.addAll(settings.refusals(template));
    }
    ExitStatus status = refusals.isEmpty() ? ExitStatus.DONE : ExitStatus.USAGE;
    for (SidecarTemplate template : templates) {
      List<Diagnostic> more = configuration.refusals(template);
      refusals.addAll(more);
      status = more.isEmpty() ? status : ExitStatus.REFUSED;
    }
    if (!refusals.isEmpty()) {
      throw new StoppedException(status, refusals);
    }
  }

  /** What was offered so far. */
  public List<Offered> made() {
    return List.copyOf(offers.values());
  }

  /** A complaint for each {@code --set} that none of the templates has use for. */
  public List<Diagnostic> unusedSettings() {
    if (offers.isEmpty()) {
      return List.of();
    }
    List<SidecarTemplate> known = new ArrayList<>();
    for (Offered offered : offers.values()) {
      known.addAll(offered.library.known());
    }
    return settings.unused(known);
  }
}
