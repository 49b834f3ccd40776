package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.inject.Inspector.Inspection;
import dev.sidecarctl.status.StatusJson;
import dev.sidecarctl.status.StatusTable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code status}: which workloads carry which sidecars, in which version, edited or not. */
final class StatusVerb implements Verb {
  private static final String TABLE = "table";
  private static final String JSON = "json";

  private final Engine engine;

  StatusVerb(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "status";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addInputOptions(spec);
    spec.addOption(
        OptionSpecs.text(
            "FORMAT", "how it is told: " + TABLE + " or " + JSON, OptionSpecs.OUTPUT, "--output"));
    OptionSpecs.addReport(spec);
    OptionSpecs.addCommonOptions(spec);
    HelpText.describe(
        spec,
        "Tell which workloads carry which sidecars, in which version, and what was edited.",
        "sidecarctl status [-f] FILE… [OPTION…]",
        "Reads what inject recorded; no template is needed. A workload without a sidecar is shown,"
            + " too. The exit status is 3 when a record, or a manifest, cannot be read.",
        "  sidecarctl status -R .",
        "  kubectl get deployments -A -o yaml | sidecarctl status -o json -");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    String format = parsed.matchedOptionValue(OptionSpecs.OUTPUT, TABLE);
    if (!format.equals(TABLE) && !format.equals(JSON)) {
      throw StoppedException.usage(
          "-o " + format + " is no format of a status",
          NearestWord.help(format, List.of(TABLE, JSON)));
    }
    RunOptions options = RunOptions.ofReading(parsed, around);
    ManifestRun run = new ManifestRun(options, RuleOptions.of(parsed), around);
    List<Inspection> inspections = new ArrayList<>();
    run.<Inspection>workThrough(
        (settings, project) -> source -> engine.inspect(source, settings),
        (inspection, project) -> {
          inspections.add(inspection);
          return inspection.injection();
        });
    return run.finishStatus(
        format.equals(JSON)
            ? StatusJson.of(inspections)
            : StatusTable.of(inspections, options.outputPalette()));
  }
}
