package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.text.Source;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code inject}: the main job. */
final class InjectVerb implements Verb {
  private static final String REQUIRE_MATCH = "--require-match";

  /** What is injected into each source. */
  private record Injections(Engine engine, InjectionRequests requests)
      implements InputLine.Order<Injection>, InputLine.Outcomes<Injection> {

    @Override
    public InputLine.Task<Injection> task(SourceSettings settings, Optional<Project> project) {
      return new Task(engine, requests.request(settings, project));
    }

    @Override
    public Injection take(Injection injection, Optional<Project> project) {
      requests.offered(project).saw(injection);
      return injection;
    }
  }

  private record Task(Engine engine, InjectionRequest request)
      implements InputLine.Task<Injection> {

    @Override
    public Injection on(Source source) {
      return engine.inject(source, request);
    }
  }

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
        OptionSpecs.flag("fail with exit status 3 when no workload matches", REQUIRE_MATCH));
    OptionSpecs.addRuleOptions(spec);
    OptionSpecs.addOwnershipOptions(spec);
    OptionSpecs.addCheckOptions(spec);
    OptionSpecs.addReport(spec);
    OptionSpecs.addCommonOptions(spec);
    HelpText.describe(
        spec,
        "Add sidecars to the workloads of manifests.",
        "sidecarctl inject [-f] FILE… [-t TEMPLATE…] [OPTION…]",
        "They go to standard output, changed only where the templates say so; with -i the files"
            + " themselves are changed. What happened goes to standard error.",
        "  sidecarctl inject -f app.yaml -t sidecar-logger | kubectl apply -f -",
        "  sidecarctl inject -i -R k8s/ -t ./log-collector.yaml --set logPath=/var/log/web",
        "  helm template . | sidecarctl inject -f - -t sidecar-logger | kubectl apply -f -",
        "  sidecarctl inject --check k8s/ -t sidecar-logger");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    if (HostCall.mayBe(parsed, around)) {
      StoppedException noInput = RunOptions.noInput(parsed.commandSpec().qualifiedName(), around);
      return new HostCall(new HostInjection(engine, parsed, around), around)
          .asFunction(noInput)
          .orElseThrow(() -> noInput);
    }
    RunOptions options = RunOptions.of(parsed, around);
    RuleOptions rules = RuleOptions.of(parsed);
    InjectionRequests requests = InjectionRequests.of(parsed, rules, around, catalogue);
    ManifestRun run = new ManifestRun(options, rules, around);
    Injections injections = new Injections(engine, requests);
    run.workThrough(requests, injections, injections);
    if (run.isFine()) {
      requests.checkUsage(run);
    }
    return run.finish(lastLine(run, RunOptions.flag(parsed, REQUIRE_MATCH)));
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
}
