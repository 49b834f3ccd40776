package dev.sidecarctl.command;

import dev.sidecarctl.command.TemplateOffers.Offered;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.Names;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.Placed;
import dev.sidecarctl.template.Catalogue;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code inject}: the main job. */
final class InjectVerb implements Verb {
  private static final String NAMESPACE = "-n";
  private static final String REQUIRE_MATCH = "--require-match";

  private final Engine engine;
  private final Catalogue catalogue = new Catalogue(Resource::text);

  InjectVerb(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "inject";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addManifestOptions(spec);
    OptionSpecs.addTemplateOptions(spec);
    spec.addOption(
        OptionSpecs.text(
            "NAMESPACE", "the namespace of workloads that name none", NAMESPACE, "--namespace"));
    spec.addOption(
        OptionSpecs.flag("fail with exit status 3 when no workload matches", REQUIRE_MATCH));
    OptionSpecs.addRuleOptions(spec);
    OptionSpecs.addCommonOptions(spec);
    HelpText.describe(
        spec,
        "Add sidecars to the workloads of manifests.",
        "sidecarctl inject [-f] FILE… [-t TEMPLATE…] [OPTION…]",
        "The manifests go to standard output, changed only where the templates say so; with -i the"
            + " files themselves are changed. What happened goes to standard error.",
        "  sidecarctl inject -f app.yaml -t sidecar-logger | kubectl apply -f -",
        "  sidecarctl inject -i -R k8s/ -t ./log-collector.yaml --set logPath=/var/log/web",
        "  helm template . | sidecarctl inject -f - -t sidecar-logger",
        "  sidecarctl inject --check k8s/ -t sidecar-logger");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    RunOptions options = RunOptions.of(parsed, around);
    RuleOptions rules = RuleOptions.of(parsed);
    Optional<KubernetesVersion> version = TemplateOptions.version(parsed);
    String namespace = namespace(parsed);
    TemplateOffers offers = TemplateOptions.offers(parsed, around.folder(), catalogue);

    ManifestRun run = new ManifestRun(options, rules, around);
    run.workThrough(
        (source, settings, project) -> {
          Offered offered = offers.of(project);
          Configuration configuration = Project.configuration(project);
          InjectionRequest request =
              new InjectionRequest(
                  offered.offer(),
                  version(version, configuration),
                  rules.policies(configuration),
                  configuration.foreignContainers(),
                  namespace,
                  settings);
          Injection injection = engine.inject(source, request);
          offered.saw(injection);
          return injection;
        });
    if (run.isFine()) {
      checkUsage(run, offers);
    }
    return run.finish(lastLine(run, RunOptions.flag(parsed, REQUIRE_MATCH)));
  }

  private static KubernetesVersion version(
      Optional<KubernetesVersion> given, Configuration configuration) {
    if (given.isPresent()) {
      return given.get();
    }
    Optional<Placed<KubernetesVersion>> configured = configuration.kubernetesVersion();
    return configured.isPresent() ? configured.get().value() : KubernetesVersion.NEWEST;
  }

  /** What can only be told once the workloads' annotations are known. */
  private void checkUsage(ManifestRun run, TemplateOffers offers) {
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
        "the catalogue has: "
            + String.join(", ", catalogue.names())
            + "; try -t "
            + catalogue.names().get(0));
  }

  /** What is said at the end when nothing matched; an error if a match is required. */
  private static String lastLine(ManifestRun run, boolean matchRequired) {
    if (!run.isFine() || run.anythingMatched()) {
      return "";
    }
    String line = "nothing matched: " + run.nothingMatched("selected by a template");
    if (!matchRequired) {
      return line;
    }
    run.add(
        ExitStatus.REFUSED,
        Diagnostic.error(Code.NOTHING_MATCHED, line, null)
            .helping("-v says why; without --require-match this is no error"));
    return "";
  }

  private static String namespace(ParseResult parsed) {
    String name = parsed.matchedOptionValue(NAMESPACE, "");
    if (parsed.hasMatchedOption(NAMESPACE) && !Names.label(name).isEmpty()) {
      throw StoppedException.usage(
          "-n " + name + " is no name of a namespace",
          "lower-case letters, digits and hyphens, as in my-team");
    }
    return name;
  }
}
