package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Preview;
import dev.sidecarctl.inject.Previewer.Previews;
import dev.sidecarctl.plan.PlanText;
import dev.sidecarctl.template.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plan}: what {@code inject} would do, and why. */
final class PlanVerb implements Verb {
  private static final String TEXT = "text";
  private static final List<String> FORMATS_TO_COME = List.of("json", "mermaid", "html");

  private final Engine engine;
  private final Catalogue catalogue = new Catalogue(Resource::text);

  PlanVerb(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addInputOptions(spec);
    OptionSpecs.addTemplateOptions(spec);
    OptionSpecs.addRuleOptions(spec);
    OptionSpecs.addOwnershipOptions(spec);
    OptionSpecs.addCheckOptions(spec);
    spec.addOption(
        OptionSpecs.text(
            "FORMAT", "how the plan is told: " + TEXT, OptionSpecs.OUTPUT, "--output"));
    OptionSpecs.addReport(spec);
    OptionSpecs.addCommonOptions(spec);
    HelpText.describe(
        spec,
        "Tell what inject would do to each workload, and why.",
        "sidecarctl plan [-f] FILE… [-t TEMPLATE…] [OPTION…]",
        "For each workload: which templates go in and which do not, with what decided; then what"
            + " would be added (+), changed or replaced (~), removed (-), and in conflict (!). The"
            + " exit status is 0 whatever it finds in manifests.",
        "  sidecarctl plan -f app.yaml -t sidecar-logger",
        "  sidecarctl plan -R k8s/");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    checkFormat(parsed.matchedOptionValue(OptionSpecs.OUTPUT, TEXT));
    RunOptions options = RunOptions.ofReading(parsed, around);
    RuleOptions rules = RuleOptions.of(parsed);
    InjectionRequests requests = InjectionRequests.of(parsed, rules, around, catalogue);
    ManifestRun run = new ManifestRun(options, rules, around);
    List<Previews> all = new ArrayList<>();
    run.workThrough(
        requests,
        (settings, project) -> {
          InjectionRequest request = requests.request(settings, project);
          return source -> engine.preview(source, request);
        },
        (previews, project) -> {
          requests.offered(project).saw(previews.injection());
          all.add(previews);
          return previews.injection();
        });
    if (run.isFine()) {
      requests.checkUsage(run);
    }
    StringBuilder text = new StringBuilder();
    Set<Diagnostic> told = new HashSet<>();
    for (Previews previews : all) {
      text.append(PlanText.of(previews, options.outputPalette()));
      for (Preview preview : previews.workloads()) {
        told.addAll(preview.diagnostics());
      }
    }
    return run.finishPlan(text.toString(), told);
  }

  private static void checkFormat(String format) {
    if (FORMATS_TO_COME.contains(format)) {
      throw StoppedException.usage("-o " + format + " is not in this build yet", "use -o " + TEXT);
    }
    if (!format.equals(TEXT)) {
      throw StoppedException.usage(
          "-o " + format + " is no format of a plan", NearestWord.help(format, List.of(TEXT)));
    }
  }
}
