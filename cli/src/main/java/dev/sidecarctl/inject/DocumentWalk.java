package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.ManifestFinding;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.text.TextEdit;
import dev.sidecarctl.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The way of one document: its workloads, a planned change for each, edits. It looks at no other
 * document, so that several may be walked at once.
 */
final class DocumentWalk {
  private final SourceSettings settings;
  private final Function<Workload, WorkloadChange> planning;
  private final List<WorkloadResult> results = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final List<TextEdit> edits = new ArrayList<>();
  private final List<LabelChange> labelChanges = new ArrayList<>();
  private Optional<Location> unrendered = Optional.empty();

  private DocumentWalk(SourceSettings settings, Function<Workload, WorkloadChange> planning) {
    this.settings = settings;
    this.planning = planning;
  }

  /** Walks a document; what it was parsed to is forgotten. */
  static DocumentWalk of(
      YamlDocument document, SourceSettings settings, Function<Workload, WorkloadChange> planning) {
    DocumentWalk walk = new DocumentWalk(settings, planning);
    if (!document.isEmpty()) {
      walk.walk(document);
      document.forget();
    }
    return walk;
  }

  /** What became of each workload, in order. */
  List<WorkloadResult> results() {
    return results;
  }

  /** What is to be said of the document. */
  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** The edits, with offsets into the source. */
  List<TextEdit> edits() {
    return edits;
  }

  /** The workloads whose pods get other labels. */
  List<LabelChange> labelChanges() {
    return labelChanges;
  }

  /** Where the document shows that it is Helm source, not rendered; nothing else is said then. */
  Optional<Location> unrendered() {
    return unrendered;
  }

  private void walk(YamlDocument document) {
    try {
      planDocument(document, ManifestFinding.of(document, settings.kinds()));
    } catch (RefusedException e) {
      if (document.looksLikeGoTemplate()) {
        Location at = e.diagnostics().get(0).at();
        unrendered = Optional.of(at == null ? start(document) : at);
      } else {
        diagnostics.addAll(e.diagnostics());
      }
    }
  }

  private void planDocument(YamlDocument document, List<ManifestFinding> findings) {
    Optional<Location> action =
        holdsWorkload(findings) ? document.goTemplateAction() : Optional.empty();
    if (action.isPresent()) {
      unrendered = action;
      return;
    }
    List<Diagnostic> faults = holdsWorkload(findings) ? faults(document) : List.of();
    List<WorkloadChange> changes = new ArrayList<>();
    for (ManifestFinding finding : findings) {
      if (finding instanceof ManifestFinding.Injectable injectable) {
        planWorkload(injectable.workload(), faults.isEmpty(), changes);
      } else if (finding instanceof ManifestFinding.PassedOver passed) {
        results.add(new WorkloadResult(passed.id(), new Outcome.Skipped(passed.reason()), ""));
        if (passed.warning().isPresent()) {
          say(List.of(passed.warning().get()));
        }
      } else if (finding instanceof ManifestFinding.Other other) {
        String message = other.reason() + ": passes through";
        diagnostics.add(Diagnostic.note(Code.PASSED_THROUGH, message, start(document)));
      }
    }
    if (changes.isEmpty()) {
      for (Diagnostic duplicate : document.duplicateKeys()) {
        say(List.of(duplicate.asWarning()));
      }
    } else if (!faults.isEmpty()) {
      diagnostics.addAll(faults);
      refuseAll();
    } else if (!anyRefused(changes)) {
      edit(document, changes);
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

  /** What kubectl would misread or refuse anywhere in a document that holds a workload. */
  private static List<Diagnostic> faults(YamlDocument document) {
    List<Diagnostic> faults = new ArrayList<>(document.duplicateKeys());
    faults.addAll(document.unreadable());
    return faults;
  }

  private void edit(YamlDocument document, List<WorkloadChange> changes) {
    try {
      edits.addAll(DocumentEdit.of(document, changes, !settings.hosted()));
    } catch (RefusedException e) {
      diagnostics.addAll(e.diagnostics());
      refuseAll();
    }
  }

  /**
   * Plans a workload.
   *
   * @param readable whether kubectl reads its document as it stands there; else the result need not
   *     be checked
   */
  private void planWorkload(Workload workload, boolean readable, List<WorkloadChange> changes) {
    if (settings.kustomizePatch()) {
      results.add(
          new WorkloadResult(
              workload.id(), new Outcome.Skipped("a kustomization lists it as a patch"), ""));
      return;
    }
    try {
      WorkloadChange planned = planning.apply(workload);
      WorkloadChange change =
          (readable ? planned.checked() : planned).judgedBy(settings.warnings());
      changes.add(change);
      Optional<LabelChange> labels = LabelChange.of(change);
      if (labels.isPresent()) {
        labelChanges.add(labels.get());
      }
      diagnostics.addAll(change.diagnostics());
      Outcome outcome = change.refused() ? new Outcome.Refused() : change.outcome();
      String note = change.refused() ? "" : change.note();
      results.add(new WorkloadResult(workload.id(), outcome, note, change.diagnostics()));
    } catch (RefusedException e) {
      diagnostics.addAll(e.diagnostics());
      results.add(new WorkloadResult(workload.id(), new Outcome.Refused(), "", e.diagnostics()));
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

  private void refuseAll() {
    for (int i = 0; i < results.size(); i++) {
      WorkloadResult result = results.get(i);
      if (!(result.outcome() instanceof Outcome.Skipped)) {
        results.set(i, result.refused());
      }
    }
  }

  /** Takes down what is found, as far as the project wants to hear it. */
  private void say(List<Diagnostic> found) {
    diagnostics.addAll(settings.warnings().judge(found));
  }

  /** Where a document begins. */
  static Location start(YamlDocument document) {
    return new Location(document.source(), Span.at(document.slice().start()));
  }
}
