package dev.sidecarctl.command;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.CheckSettings;
import dev.sidecarctl.check.Checker;
import dev.sidecarctl.command.file.CaseFolder;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.inject.Checking;
import dev.sidecarctl.inject.EjectionRequest;
import dev.sidecarctl.inject.HostNetworkPolicy;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Neighbours;
import dev.sidecarctl.inject.Ownership;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.inject.TemplateOffer;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.output.Report;
import dev.sidecarctl.output.UnifiedDiff;
import dev.sidecarctl.project.ForeignContainers;
import dev.sidecarctl.project.ImageMirrors;
import dev.sidecarctl.project.WarningRules;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One case of a template: what is to come of an input, and what does. */
final class TemplateCase {
  private static final SourceSettings SETTINGS =
      new SourceSettings(false, false, false, false, WorkloadKinds.builtIn(), WarningRules.none());

  private final Engine engine;
  private final List<SidecarTemplate> templates;
  private final CaseFolder folder;

  TemplateCase(Engine engine, List<SidecarTemplate> templates, CaseFolder folder) {
    this.engine = engine;
    this.templates = templates;
    this.folder = folder;
  }

  /**
   * What came of it.
   *
   * @param output the text; empty where it is the input, or the run was refused
   * @param said everything that was said
   */
  private record Outcome(Optional<String> output, Optional<String> said) {}

  /** Holds what comes of it against what is to come; what differs, none where nothing does. */
  List<String> failures() {
    Injection injection = inject(folder.input());
    Outcome outcome = outcome(injection);
    List<String> failures = new ArrayList<>();
    compare(CaseFolder.EXPECTED, outcome.output(), failures);
    compare(CaseFolder.DIAGNOSTICS, outcome.said(), failures);
    if (injection.changed() && !injection.refused()) {
      checkLaws(injection, failures);
    }
    return failures;
  }

  /** Takes what comes of it for what is to come; whether anything is to come now that was not. */
  boolean update() {
    Outcome outcome = outcome(inject(folder.input()));
    boolean output = folder.update(CaseFolder.EXPECTED, outcome.output());
    boolean said = folder.update(CaseFolder.DIAGNOSTICS, outcome.said());
    return output || said;
  }

  private void compare(String file, Optional<String> actual, List<String> failures) {
    Optional<String> expected = folder.expected(file);
    if (expected.equals(actual)) {
      return;
    }
    String what =
        actual.isEmpty()
            ? file + " is there, and nothing of the kind came"
            : expected.isEmpty() ? file + " is not there, and this came" : file + " differs";
    String diff = UnifiedDiff.of(file, expected.orElse(""), actual.orElse(""), Palette.PLAIN);
    failures.add(what + ":\n" + diff);
  }

  /** What holds of every injection. */
  private void checkLaws(Injection injection, List<String> failures) {
    Source after = new Source("output.yaml", injection.after().text());
    if (inject(after).changed()) {
      failures.add("a second injection changes something again");
    }
    Injection back =
        engine.eject(after, new EjectionRequest(List.of(), ConflictPolicies.none(), SETTINGS));
    if (!back.after().text().equals(folder.input().text())) {
      failures.add(
          "eject does not give the input back:\n"
              + UnifiedDiff.of(
                  "input.yaml", folder.input().text(), back.after().text(), Palette.PLAIN));
    }
  }

  private static Outcome outcome(Injection injection) {
    Report report = new Report(Report.Loudness.NORMAL, Palette.PLAIN);
    injection.diagnostics().forEach(report::say);
    String said = report.take();
    boolean written = injection.changed() && !injection.refused();
    return new Outcome(
        written ? Optional.of(injection.after().text()) : Optional.empty(),
        said.isEmpty() ? Optional.empty() : Optional.of(said));
  }

  private Injection inject(Source input) {
    CaseSettings settings = CaseSettings.of(folder.settings(), templates);
    KubernetesVersion version = settings.version().orElse(KubernetesVersion.NEWEST);
    Checker checker = CheckOptions.checker();
    CustomKinds.see(input, checker);
    Neighbours neighbours = new Neighbours();
    neighbours.add(input);
    return engine.inject(
        input,
        new InjectionRequest(
            new TemplateOffer(
                templates, new Catalogue(Resource::text), settings.given(), ImageMirrors.none()),
            version,
            ConflictPolicies.none(),
            ForeignContainers.none(),
            settings.namespace(),
            HostNetworkPolicy.SKIP,
            Ownership.plain(),
            new Checking(
                checker,
                new CheckSettings(version, false, Optional.empty()),
                CheckLevel.STRICT,
                neighbours),
            SETTINGS));
  }
}
