package dev.sidecarctl.command;

import dev.sidecarctl.check.Checker;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.LintedTemplates;
import dev.sidecarctl.command.lookup.LintedTemplates.Linted;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.lint.Linter;
import dev.sidecarctl.output.Report;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.Placed;
import dev.sidecarctl.project.WarningRules;
import dev.sidecarctl.template.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code template lint}: what is wrong with templates, before anybody injects them. */
final class TemplateLintVerb implements Verb {
  static final String STRICT = "--strict";

  private final Checker checker = CheckOptions.checker();

  @Override
  public String name() {
    return "template lint";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addWords(spec, "TEMPLATE");
    spec.addOption(
        OptionSpecs.texts(
            "[TEMPLATE.]NAME=VALUE",
            "look at pods where a parameter has this value\n"
                + "If not given, its default is tried, or a likely value.",
            OptionSpecs.SET));
    spec.addOption(
        OptionSpecs.text(
            "VERSION",
            "the cluster's version (if not given: the newest and the oldest)\n"
                + "That of .sidecarctl.yaml counts, too.",
            OptionSpecs.KUBERNETES_VERSION));
    spec.addOption(OptionSpecs.flag("let warnings give exit status 3, too", STRICT));
    OptionSpecs.addReport(spec);
    OptionSpecs.addCommonOptions(spec);
    HelpText.describe(
        spec,
        "Tell what is wrong with templates.",
        "sidecarctl template lint [NAME|FILE|FOLDER…] [OPTION…]",
        "Looks at what templates say, and at the pods that come of them in workloads that are made"
            + " up. If none is named, at those that .sidecarctl.yaml lists. The exit status is 3"
            + " when one of them has an error.",
        "  sidecarctl template lint ./log-collector.yaml",
        "  sidecarctl template lint templates/ --strict",
        "  sidecarctl template lint log-collector --set host=logs.example.com");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    Report report =
        new Report(
            RunOptions.loudness(parsed),
            RunOptions.palette(parsed, around.errorIsTerminal(), around));
    Optional<ReportRequest> machines = ReportRequest.of(parsed, around, true);
    Optional<KubernetesVersion> version = TemplateOptions.version(parsed);
    LintedTemplates found = found(parsed, around);
    List<Diagnostic> said = new ArrayList<>(found.problems());
    ExitStatus status = found.status();
    for (Linted linted : found.templates()) {
      List<Diagnostic> judged =
          rules(linted.configuration(), RunOptions.flag(parsed, STRICT))
              .judge(
                  new Linter(checker, versions(version, linted.configuration()), linted.given())
                      .lint(linted.template()));
      said.addAll(judged);
      for (Diagnostic diagnostic : judged) {
        status = status.and(diagnostic.isError() ? ExitStatus.REFUSED : ExitStatus.DONE);
      }
    }
    return tell(report, machines, said, summary(found, said), status, around);
  }

  private static LintedTemplates found(ParseResult parsed, Surroundings around) {
    List<String> operands = parsed.matchedPositionalValue(0, List.of());
    List<String> set = parsed.matchedOptionValue(OptionSpecs.SET, List.of());
    LintedTemplates found =
        LintedTemplates.of(operands, set, around.folder(), new Catalogue(Resource::text));
    if (found.templates().isEmpty() && found.problems().isEmpty()) {
      throw StoppedException.usage(
          operands.isEmpty()
              ? "no template: none is named, and no .sidecarctl.yaml lists any"
              : "no template in " + String.join(", ", operands),
          "name a template, its file, or a folder of them");
    }
    return found;
  }

  private static WarningRules rules(Configuration configuration, boolean strict) {
    return new WarningRules(configuration.warnings(), Set.of(), strict);
  }

  private static List<KubernetesVersion> versions(
      Optional<KubernetesVersion> given, Configuration configuration) {
    if (given.isPresent()) {
      return List.of(given.get());
    }
    Optional<Placed<KubernetesVersion>> configured = configuration.kubernetesVersion();
    return configured.isPresent() ? List.of(configured.get().value()) : Linter.usualVersions();
  }

  private static String summary(LintedTemplates found, List<Diagnostic> said) {
    int errors = 0;
    int warnings = 0;
    for (Diagnostic diagnostic : said) {
      errors += diagnostic.isError() ? 1 : 0;
      warnings += diagnostic.severity() == Severity.WARNING ? 1 : 0;
    }
    String counts =
        errors + warnings == 0
            ? "nothing to complain of"
            : count(errors, "error") + ", " + count(warnings, "warning");
    return count(found.templates().size(), "template") + ": " + counts;
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static ExitStatus tell(
      Report report,
      Optional<ReportRequest> machines,
      List<Diagnostic> said,
      String summary,
      ExitStatus status,
      Surroundings around) {
    if (machines.isEmpty() || !machines.get().isOnOutput()) {
      said.forEach(report::say);
      report.say(summary);
    }
    Said.write(report.take(), around.err());
    try {
      if (machines.isPresent()) {
        machines.get().write(List.of(), said);
      }
    } catch (Delivery.ReaderGoneException e) {
      return ExitStatus.FAILED;
    }
    return status;
  }
}
