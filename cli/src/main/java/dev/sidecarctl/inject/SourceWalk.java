package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.TextEdit;
import dev.sidecarctl.text.TextEdits;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The straight way of a source: documents, workloads, a planned change for each, edits, text. What
 * is wrong in one document is collected, and the others are looked at all the same.
 */
final class SourceWalk {
  private final Source source;
  private final SourceSettings settings;
  private final List<WorkloadResult> results = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<TextEdit> edits = new ArrayList<>();
  private final List<LabelChange> labelChanges = new ArrayList<>();
  private boolean unrendered;

  private SourceWalk(Source source, SourceSettings settings) {
    this.source = source;
    this.settings = settings;
  }

  /**
   * Walks; where there are many documents, some of them at the same time.
   *
   * @param settings how the source is looked at
   * @param planning the change of a workload, whatever the others; may throw {@link
   *     RefusedException}; is asked by several threads
   */
  static Injection walk(
      Source source, SourceSettings settings, Function<Workload, WorkloadChange> planning) {
    return new SourceWalk(source, settings)
        .walk(documents -> SideBySide.walk(source, documents, settings, planning));
  }

  /** Walks as {@link #walk} does, one workload after the other. */
  static Injection walkInOrder(
      Source source, SourceSettings settings, Function<Workload, WorkloadChange> planning) {
    return new SourceWalk(source, settings)
        .walk(documents -> SideBySide.walkInOrder(documents, settings, planning));
  }

  private Injection walk(Function<List<YamlDocument>, List<DocumentWalk>> way) {
    try {
      YamlStream stream = YamlStream.of(source);
      for (DocumentWalk walked : way.apply(stream.documents())) {
        add(walked);
      }
      List<Diagnostic> selections = ServiceSelections.of(stream.documents(), labelChanges);
      diagnostics.addAll(settings.warnings().judge(selections));
      if (!unrendered) {
        // How kubectl reads the marks is no matter where Helm comes first.
        diagnostics.addAll(0, settings.warnings().judge(stream.warnings()));
      }
    } catch (RefusedException e) {
      diagnostics.addAll(e.diagnostics());
    }
    Injection untouched = new Injection(source, source, results, diagnostics, labelChanges);
    return edits.isEmpty() || untouched.refused()
        ? untouched
        : new Injection(
            source, TextEdits.of(edits).applyTo(source), results, diagnostics, labelChanges);
  }

  private void add(DocumentWalk walked) {
    results.addAll(walked.results());
    diagnostics.addAll(walked.diagnostics());
    edits.addAll(walked.edits());
    labelChanges.addAll(walked.labelChanges());
    // Said once of a source, however many of its documents show it.
    if (walked.unrendered().isPresent() && !unrendered) {
      unrendered = true;
      diagnostics.add(unrendered(walked.unrendered().get(), settings.skipUnrendered()));
    }
  }

  /** What is said of Helm source, whether it may pass through or not. */
  static Diagnostic unrendered(Location at, boolean passes) {
    if (passes) {
      return Diagnostic.note(Code.PASSED_THROUGH, "Helm source, not rendered: passes through", at);
    }
    return Diagnostic.error(
            Code.GO_TEMPLATE, "this is the source of a template, with {{ }}, not a manifest", at)
        .helping(
            "render it first: helm template . | sidecarctl inject -f -; or leave such files"
                + " alone with --skip-unrendered");
  }
}
