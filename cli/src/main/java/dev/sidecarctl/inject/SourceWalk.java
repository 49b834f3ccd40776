package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.ManifestFinding;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.text.TextEdit;
import dev.sidecarctl.text.TextEdits;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The straight way of a source: documents, workloads, a planned change for each, edits, text. What
 * is wrong in one document is collected, and the others are looked at all the same.
 */
final class SourceWalk {
  private final Source source;
  private final SourceSettings settings;
  private final Function<Workload, WorkloadChange> planning;
  private final List<WorkloadResult> results = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<TextEdit> edits = new ArrayList<>();
  private boolean unrendered;

  private SourceWalk(
      Source source, SourceSettings settings, Function<Workload, WorkloadChange> planning) {
    this.source = source;
    this.settings = settings;
    this.planning = planning;
  }

  /**
   * Walks.
   *
   * @param settings how the source is looked at
   * @param planning the change of a workload; may throw {@link RefusedException}
   */
  static Injection walk(
      Source source, SourceSettings settings, Function<Workload, WorkloadChange> planning) {
    return new SourceWalk(source, settings, planning).walk();
  }

  private Injection walk() {
    try {
      YamlStream stream = YamlStream.of(source);
      for (YamlDocument document : stream.documents()) {
        if (!document.isEmpty()) {
          walkDocument(document);
        }
      }
      if (!unrendered) {
        // How kubectl reads the marks is no matter where Helm comes first.
        diagnostics.addAll(0, settings.warnings().judge(stream.warnings()));
      }
    } catch (RefusedException e) {
      diagnostics.addAll(e.diagnostics());
    }
    Injection untouched = new Injection(source, source, results, diagnostics);
    return edits.isEmpty() || untouched.refused()
        ? untouched
        : new Injection(source, TextEdits.of(edits).applyTo(source), results, diagnostics);
  }

  private void walkDocument(YamlDocument document) {
    try {
      planDocument(document, ManifestFinding.of(document, settings.kinds()));
    } catch (RefusedException e) {
      if (document.looksLikeGoTemplate()) {
        Location at = e.diagnostics().get(0).at();
        reportUnrendered(document, at == null ? location(document) : at);
      } else {
        diagnostics.addAll(e.diagnostics());
      }
    }
  }

  /** Says once that a source is to be rendered, however many of its documents show it. */
  private void reportUnrendered(YamlDocument document, Location at) {
    if (unrendered) {
      return;
    }
    unrendered = true;
    if (settings.skipUnrendered()) {
      diagnostics.add(note(document, "Helm source, not rendered: passes through"));
      return;
    }
    diagnostics.add(
        Diagnostic.error(
                Code.GO_TEMPLATE,
                "this is the source of a template, with {{ }}, not a manifest",
                at)
            .helping(
                "render it first: helm template . | sidecarctl inject -f -; or leave such files"
                    + " alone with --skip-unrendered"));
  }

  private void planDocument(YamlDocument document, List<ManifestFinding> findings) {
    Optional<Location> action =
        holdsWorkload(findings) ? document.goTemplateAction() : Optional.empty();
    if (action.isPresent()) {
      reportUnrendered(document, action.get());
      return;
    }
    List<WorkloadChange> changes = new ArrayList<>();
    int firstResult = results.size();
    for (ManifestFinding finding : findings) {
      if (finding instanceof ManifestFinding.Injectable injectable) {
        planWorkload(injectable.workload(), changes);
      } else if (finding instanceof ManifestFinding.PassedOver passed) {
        results.add(new WorkloadResult(passed.id(), new Outcome.Skipped(passed.reason()), ""));
        passed.warning().ifPresent(warning -> say(List.of(warning)));
      } else if (finding instanceof ManifestFinding.Other other) {
        diagnostics.add(note(document, other.reason() + ": passes through"));
      }
    }
    if (changes.isEmpty()) {
      document.duplicateKeys().forEach(duplicate -> say(List.of(duplicate.asWarning())));
    } else if (anyFault(document)) {
      refuseFrom(firstResult);
    } else if (!anyRefused(changes)) {
      edit(document, changes, firstResult);
    }
  }

  private static boolean holdsWorkload(List<ManifestFinding> findings) {
    for (ManifestFinding finding : findings) {
      if (finding instanceof ManifestFinding.Injectable) {
        return true;
      }
    }
    return false;
  }

  /** Reports what kubectl would misread or refuse anywhere in a document that holds a workload. */
  private boolean anyFault(YamlDocument document) {
    List<Diagnostic> faults = new ArrayList<>(document.duplicateKeys());
    faults.addAll(document.unreadable());
    diagnostics.addAll(faults);
    return !faults.isEmpty();
  }

  private void edit(YamlDocument document, List<WorkloadChange> changes, int firstResult) {
    try {
      edits.addAll(DocumentEdit.of(document, changes, !settings.hosted()));
    } catch (RefusedException e) {
      diagnostics.addAll(e.diagnostics());
      refuseFrom(firstResult);
    }
  }

  private void planWorkload(Workload workload, List<WorkloadChange> changes) {
    if (settings.kustomizePatch()) {
      results.add(
          new WorkloadResult(
              workload.id(), new Outcome.Skipped("a kustomization lists it as a patch"), ""));
      return;
    }
    try {
      WorkloadChange change = planning.apply(workload).judgedBy(settings.warnings());
      changes.add(change);
      diagnostics.addAll(change.diagnostics());
      Outcome outcome = change.refused() ? new Outcome.Refused() : change.outcome();
      String note = change.refused() ? "" : change.note();
      results.add(new WorkloadResult(workload.id(), outcome, note));
    } catch (RefusedException e) {
      diagnostics.addAll(e.diagnostics());
      results.add(new WorkloadResult(workload.id(), new Outcome.Refused(), ""));
    }
  }

  private static boolean anyRefused(List<WorkloadChange> changes) {
    for (WorkloadChange change : changes) {
      if (change.refused()) {
        return true;
      }
    }
    return false;
  }

  private void refuseFrom(int firstResult) {
    for (int i = firstResult; i < results.size(); i++) {
      WorkloadResult result = results.get(i);
      if (!(result.outcome() instanceof Outcome.Skipped)) {
        results.set(i, new WorkloadResult(result.id(), new Outcome.Refused(), ""));
      }
    }
  }

  /** Takes down what is found, as far as the project wants to hear it. */
  private void say(List<Diagnostic> found) {
    diagnostics.addAll(settings.warnings().judge(found));
  }

  private Diagnostic note(YamlDocument document, String message) {
    return Diagnostic.note(Code.PASSED_THROUGH, message, location(document));
  }

  private Location location(YamlDocument document) {
    return new Location(source, Span.at(document.slice().start()));
  }
}
