package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Preview;
import dev.sidecarctl.inject.Previewer.Previews;
import dev.sidecarctl.output.UnifiedDiff;
import dev.sidecarctl.plan.PlanJson;
import dev.sidecarctl.plan.PlanMermaid;
import dev.sidecarctl.plan.PlanText;
import dev.sidecarctl.plan.WorkloadPlan;
import dev.sidecarctl.plan.page.PlanPage;
import dev.sidecarctl.template.Catalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plan}: what {@code inject} would do, and why. */
final class PlanVerb implements Verb {
  private static final String JSON = "json";
  private static final String MERMAID = "mermaid";
  private static final String HTML = "html";
  static final List<String> FORMATS = List.of("text", JSON, MERMAID, HTML);
  private static final String STYLE = "/dev/sidecarctl/plan/page.css";

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
            "FORMAT",
            "how the plan is told: text (if not given), json, mermaid or html",
            OptionSpecs.OUTPUT,
            "--output"));
    OptionSpecs.addReport(spec);
    OptionSpecs.addCommonOptions(spec);
    HelpText.describe(
        spec,
        "Tell what inject would do to each workload, and why.",
        "sidecarctl plan [-f] FILE… [-t TEMPLATE…] [OPTION…]",
        "For each workload: which templates go in and which do not, with what decided; then what"
            + " would be added (+), changed or replaced (~), removed (-), and in conflict (!); what CPU"
            + " and memory the pods ask for without sidecars and with them, and the pod, drawn: its"
            + " containers in the order in which they start. The exit status is 0 whatever it finds"
            + " in manifests.",
        "  sidecarctl plan -f app.yaml -t sidecar-logger",
        "  sidecarctl plan -R k8s/ -o html > plan.html");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    String format = OutputFormat.word(parsed, FORMATS);
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
    Set<Diagnostic> told = new HashSet<>();
    for (Previews previews : all) {
      for (Preview preview : previews.workloads()) {
        told.addAll(preview.diagnostics());
      }
    }
    boolean drawnOnly = format.equals(MERMAID);
    return run.finishPlan(told(all, format, options.outputPalette()), drawnOnly ? Set.of() : told);
  }

  private static String told(List<Previews> all, String format, Palette palette) {
    List<WorkloadPlan> workloads = new ArrayList<>();
    Map<String, String> diffs = new LinkedHashMap<>();
    for (Previews previews : all) {
      workloads.addAll(WorkloadPlan.of(previews));
      Injection injection = previews.injection();
      if (injection.changed() && format.equals(HTML)) {
        String name = injection.before().name();
        String before = injection.before().text();
        diffs.put(name, UnifiedDiff.of(name, before, injection.after().text(), Palette.PLAIN));
      }
    }
    return switch (format) {
      case JSON -> PlanJson.of(workloads);
      case MERMAID -> PlanMermaid.of(workloads);
      case HTML -> PlanPage.of(workloads, diffs, Resource.text(STYLE));
      default -> PlanText.of(workloads, palette);
    };
  }
}
