package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.command.lookup.TemplateFiles;
import dev.sidecarctl.inject.EjectionRequest;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.SidecarTemplate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code eject}: the way back. */
final class EjectVerb implements Verb {
  private final Engine engine;

  EjectVerb(Engine engine) {
    this.engine = engine;
  }

  @Override
  public String name() {
    return "eject";
  }

  @Override
  public List<String> aliases() {
    return List.of("uninject");
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addManifestOptions(spec);
    spec.addOption(
        OptionSpecs.texts(
            "NAME",
            "take out the sidecars of this template alone",
            OptionSpecs.TEMPLATE,
            "--template"));
    OptionSpecs.addRuleOptions(spec);
    OptionSpecs.addReport(spec);
    OptionSpecs.addCommonOptions(spec);
    HelpText.describe(
        spec,
        "Take injected sidecars out again.",
        "sidecarctl eject [-f] FILE… [-t NAME…] [OPTION…]",
        "Removes exactly what inject recorded in the workload. Where nothing else was edited since,"
            + " the original bytes come back.",
        "  sidecarctl eject -f app.yaml | kubectl apply -f -",
        "  sidecarctl eject -i k8s/",
        "  sidecarctl eject -i k8s/ -t sidecar-logger");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    RunOptions options = RunOptions.of(parsed, around);
    List<String> templates = templates(parsed, around);
    RuleOptions rules = RuleOptions.of(parsed);
    ManifestRun run = new ManifestRun(options, rules, around);
    run.workThrough(
        (settings, project) -> {
          EjectionRequest request =
              new EjectionRequest(
                  templates, rules.policies(Project.configuration(project)), settings);
          return source -> engine.eject(source, request);
        },
        (injection, project) -> injection);
    boolean nothing = run.isFine() && !run.anythingMatched();
    return run.finish(
        nothing ? "nothing to eject: " + run.nothingMatched("recorded as injected") : "");
  }

  /** Names as they are, also of templates that are no more; of a file, those of its templates. */
  private static List<String> templates(ParseResult parsed, Surroundings around) {
    List<String> names = new ArrayList<>();
    TemplateFiles files = new TemplateFiles(around.folder(), new Catalogue(Resource::text));
    List<String> arguments = parsed.matchedOptionValue(OptionSpecs.TEMPLATE, List.of());
    for (String argument : arguments) {
      if (TemplateFiles.isPath(argument)) {
        for (SidecarTemplate template : files.in(argument)) {
          names.add(template.name());
        }
      } else {
        names.add(argument);
      }
    }
    return names;
  }
}
