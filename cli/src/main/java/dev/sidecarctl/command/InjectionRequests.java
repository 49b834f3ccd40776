package dev.sidecarctl.command;

import dev.sidecarctl.check.Checker;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.command.lookup.TemplateOffers;
import dev.sidecarctl.command.lookup.TemplateOffers.Offered;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.inject.HostNetworkPolicy;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Neighbours;
import dev.sidecarctl.inject.Ownership;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.Names;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.Placed;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.text.Source;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What a command line asks for, told for each source: a flag counts over the project's word. */
final class InjectionRequests implements InputLine.Survey {
  private final Optional<KubernetesVersion> version;
  private final String namespace;
  private final RuleOptions rules;
  private final TemplateOffers offers;
  private final Catalogue catalogue;
  private final HostNetworkPolicy onHostNetwork;
  private final CheckOptions checks;
  private final Checker checker = CheckOptions.checker();
  private final Neighbours neighbours = new Neighbours();
  private final boolean adopt;
  private final boolean prune;

  private InjectionRequests(
      ParseResult parsed, RuleOptions rules, Surroundings around, Catalogue catalogue) {
    this.version = TemplateOptions.version(parsed);
    this.namespace = namespace(parsed);
    this.rules = rules;
    this.offers = TemplateOptions.offers(parsed, around.folder(), catalogue);
    this.catalogue = catalogue;
    this.onHostNetwork = onHostNetwork(parsed);
    this.checks = CheckOptions.of(parsed);
    if (checks.mayCheck()) {
      checker.prepare(version.isPresent() ? version.get() : KubernetesVersion.NEWEST);
    }
    CustomKinds.learn(parsed, around.folder(), checker);
    this.adopt = RunOptions.flag(parsed, OptionSpecs.ADOPT);
    this.prune = RunOptions.flag(parsed, OptionSpecs.PRUNE);
  }

  /**
   * Reads the command line.
   *
   * @throws StoppedException when it is wrong, or a file that it names
   */
  static InjectionRequests of(
      ParseResult parsed, RuleOptions rules, Surroundings around, Catalogue catalogue) {
    return new InjectionRequests(parsed, rules, around, catalogue);
  }

  /**
   * What is offered to the files of a project.
   *
   * @throws StoppedException when a template is not known or wrong
   */
  Offered offered(Optional<Project> project) {
    return offers.of(project);
  }

  @Override
  public void saw(Source source) {
    if (checks.mayCheck()) {
      CustomKinds.see(source, checker);
      neighbours.add(source);
    }
  }

  /** What is asked for a source. */
  InjectionRequest request(SourceSettings settings, Optional<Project> project) {
    Configuration configuration = Project.configuration(project);
    return new InjectionRequest(
        offers.of(project).offer(),
        version(configuration),
        rules.policies(configuration),
        configuration.foreignContainers(),
        namespace,
        onHostNetwork,
        new Ownership(adopt, prune, listing(project)),
        checks.checking(checker, configuration, version(configuration), neighbours),
        settings);
  }

  /** What the project lists, as far as the run has to know. */
  private Optional<Ownership.Listing> listing(Optional<Project> project) {
    boolean lists = Project.configuration(project).templates().isPresent();
    if (!lists && prune) {
      throw StoppedException.usage(
          "--prune takes out what a .sidecarctl.yaml does not list, and none lists any template",
          "list them there under templates; eject -t NAME takes out one template");
    }
    boolean whole = !offers.isChosen();
    if (project.isEmpty() || !lists || !(whole || prune)) {
      return Optional.empty();
    }
    return Optional.of(
        new Ownership.Listing(project.get().name(), offers.of(project).listed(), whole));
  }

  private KubernetesVersion version(Configuration configuration) {
    if (version.isPresent()) {
      return version.get();
    }
    Optional<Placed<KubernetesVersion>> configured = configuration.kubernetesVersion();
    return configured.isPresent() ? configured.get().value() : KubernetesVersion.NEWEST;
  }

  /**
   * Checks what can only be told once the workloads' annotations are known.
   *
   * @throws StoppedException when nothing says what to inject, or {@code --set} sets nothing
   */
  void checkUsage(ManifestRun run) {
    if (run.sawNothing()) {
      offers.of(run.projectHere());
    }
    for (Offered offered : offers.made()) {
      boolean alone = offers.made().size() == 1;
      if (offered.isBare() && (alone || !offered.firstWithWorkload().isEmpty())) {
        throw noTemplate(offered.project(), alone ? "" : " for " + offered.firstWithWorkload());
      }
    }
    List<Diagnostic> unused = offers.unusedSettings();
    if (!unused.isEmpty()) {
      throw new StoppedException(ExitStatus.USAGE, unused);
    }
  }

  private StoppedException noTemplate(Optional<Project> project, String file) {
    String word = "a workload's annotation sidecarctl.dev/inject names one";
    if (project.isPresent()) {
      return StoppedException.usage(
          "no template"
              + file
              + ": "
              + project.get().name()
              + " has no key templates, and neither -t nor "
              + word,
          "list them there; templates: [] says that nothing is to be injected");
    }
    return StoppedException.usage(
        "no template" + file + ": neither -t, a .sidecarctl.yaml nor " + word,
        "name one with -t; the catalogue has: " + String.join(", ", catalogue.names()));
  }

  /**
   * What {@code --on-host-network} says.
   *
   * @throws StoppedException when it is no policy
   */
  static HostNetworkPolicy onHostNetwork(ParseResult parsed) {
    String word = parsed.matchedOptionValue(OptionSpecs.ON_HOST_NETWORK, "skip");
    Optional<HostNetworkPolicy> policy = HostNetworkPolicy.of(word);
    if (policy.isEmpty()) {
      throw StoppedException.usage(
          OptionSpecs.ON_HOST_NETWORK + " is skip, fail or inject, not " + word,
          NearestWord.help(word, HostNetworkPolicy.WORDS));
    }
    return policy.get();
  }

  /**
   * The namespace of {@code -n}; empty if not given.
   *
   * @throws StoppedException when it is none
   */
  static String namespace(ParseResult parsed) {
    String name = parsed.matchedOptionValue(OptionSpecs.NAMESPACE, "");
    if (parsed.hasMatchedOption(OptionSpecs.NAMESPACE) && !Names.label(name).isEmpty()) {
      throw StoppedException.usage(
          "-n " + name + " is no name of a namespace",
          "lower-case letters, digits and hyphens, as in my-team");
    }
    return name;
  }
}
