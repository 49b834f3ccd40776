package dev.sidecarctl.command;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.Names;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.SidecarTemplate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code inject}: the main job. */
final class InjectVerb implements Verb {
  private static final String SET = "--set";
  private static final String NAMESPACE = "-n";
  private static final String KUBERNETES_VERSION = "--kubernetes-version";
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
    spec.addOption(
        OptionSpecs.texts(
            "TEMPLATE",
            "a template: with a / in it, or ending in .yaml or .yml, a file's path, else a name of"
                + " the catalogue",
            OptionSpecs.TEMPLATE,
            "--template"));
    spec.addOption(
        OptionSpecs.texts("[TEMPLATE.]PARAMETER=VALUE", "give a parameter a value", SET));
    spec.addOption(
        OptionSpecs.text(
            "NAMESPACE", "the namespace of workloads that name none", NAMESPACE, "--namespace"));
    spec.addOption(
        OptionSpecs.text(
            "VERSION",
            "the cluster's version, 1.27 or newer; 1."
                + KubernetesVersion.NEWEST.minor()
                + " if not given",
            KUBERNETES_VERSION));
    spec.addOption(
        OptionSpecs.flag("fail with exit status 3 when no workload matches", REQUIRE_MATCH));
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
    KubernetesVersion version = version(parsed);
    String namespace = namespace(parsed);
    Settings settings = Settings.of(parsed.matchedOptionValue(SET, List.of()));
    List<SidecarTemplate> templates = templates(parsed, around, settings);
    AskedTemplates library = new AskedTemplates(templates, catalogue, settings);
    InjectionRequest request =
        new InjectionRequest(
            templates,
            library,
            settings.values(),
            version,
            ConflictPolicies.none(),
            namespace,
            false,
            false);

    ManifestRun run = new ManifestRun(options, around);
    run.workThrough(
        (source, skipUnrendered, kustomizePatch) ->
            engine.inject(source, request.forSource(skipUnrendered, kustomizePatch)));
    if (run.isFine()) {
      checkUsage(templates, library, settings);
    }
    return run.finish(lastLine(run, RunOptions.flag(parsed, REQUIRE_MATCH)));
  }

  private List<SidecarTemplate> templates(
      ParseResult parsed, Surroundings around, Settings settings) {
    TemplateChoice choice = new TemplateChoice(around.folder(), catalogue);
    List<String> arguments = parsed.matchedOptionValue(OptionSpecs.TEMPLATE, List.of());
    arguments.forEach(choice::add);
    List<Diagnostic> refusals = new ArrayList<>();
    for (SidecarTemplate template : choice.templates()) {
      refusals.addAll(settings.refusals(template));
    }
    if (!refusals.isEmpty()) {
      throw new StoppedException(ExitStatus.USAGE, refusals);
    }
    return choice.templates();
  }

  /** What can only be told once the workloads' annotations are known. */
  private void checkUsage(
      List<SidecarTemplate> templates, AskedTemplates library, Settings settings) {
    if (templates.isEmpty() && !library.wereAsked()) {
      throw noTemplate();
    }
    List<Diagnostic> unused = settings.unused(library.known());
    if (!unused.isEmpty()) {
      throw new StoppedException(ExitStatus.USAGE, unused);
    }
  }

  private StoppedException noTemplate() {
    return StoppedException.usage(
        "no template: neither -t nor a workload's annotation sidecarctl.dev/inject names one",
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

  private static KubernetesVersion version(ParseResult parsed) {
    String text = parsed.matchedOptionValue(KUBERNETES_VERSION, "");
    if (text.isEmpty() && !parsed.hasMatchedOption(KUBERNETES_VERSION)) {
      return KubernetesVersion.NEWEST;
    }
    return KubernetesVersion.parse(text)
        .orElseThrow(
            () ->
                StoppedException.usage(
                    "--kubernetes-version "
                        + text
                        + " is no version from "
                        + KubernetesVersion.OLDEST
                        + " on",
                    "say it like 1.31 or v1.31.4"));
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
