package dev.sidecarctl.plan;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.diagnostic.PrintableText;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.inject.ItemChange;
import dev.sidecarctl.inject.Outcome;
import dev.sidecarctl.inject.Preview;
import dev.sidecarctl.inject.TemplateDecision;
import dev.sidecarctl.merge.ItemPhrase;
import java.util.List;

/**
 * A plan as text: for each workload which templates go in and which not, with what decided; then
 * what is added ({@code +}), changed or replaced ({@code ~}), removed ({@code -}), and in conflict
 * ({@code !}); what the pod asks for; the pod as a picture.
 */
public final class PlanText {
  private final Palette palette;
  private final StringBuilder out = new StringBuilder();

  private PlanText(Palette palette) {
    this.palette = palette;
  }

  /** The plan of some workloads; empty where there are none. */
  public static String of(List<WorkloadPlan> workloads, Palette palette) {
    PlanText text = new PlanText(palette);
    for (WorkloadPlan workload : workloads) {
      text.append(workload.file(), workload.preview());
      workload.podWithSidecars().ifPresent(text::append);
    }
    PlanTotals totals = PlanTotals.of(workloads);
    if (totals.withSidecars() > 1) {
      text.append(totals);
    }
    return text.out.toString();
  }

  private void append(WorkloadPlan.Pod pod) {
    for (String line : CostText.lines(pod)) {
      out.append("    ").append(line).append('\n');
    }
    out.append(PodPicture.of(pod.sheet(), "    ", palette));
  }

  private void append(PlanTotals totals) {
    String head = "in all: " + totals.withSidecars() + " workloads with sidecars";
    out.append(palette.bold(head)).append('\n');
    for (String line : CostText.lines(totals.sums())) {
      out.append("  ").append(line).append('\n');
    }
  }

  private void append(String file, Preview preview) {
    String at = preview.at().map(place -> place.describe()).orElse(file);
    out.append(PrintableText.of(at)).append(": ");
    out.append(palette.bold(PrintableText.of(preview.id().describe())));
    Outcome outcome = preview.outcome();
    boolean skipped = preview.decisions().isEmpty() && outcome instanceof Outcome.Skipped;
    if (outcome instanceof Outcome.Refused) {
      out.append(": ").append(palette.severity(Severity.ERROR, "would be refused"));
    } else if (skipped) {
      out.append(": skipped: ").append(PrintableText.of(outcome.detail()));
    } else if (!outcome.isChange()) {
      out.append(": nothing would change");
    }
    out.append('\n');
    preview.decisions().forEach(this::append);
    for (ItemChange.Kind kind : ItemChange.Kind.values()) {
      append(preview.changes(), kind);
    }
    preview.diagnostics().forEach(this::append);
  }

  private void append(TemplateDecision decision) {
    out.append("  ").append(decision.template());
    String version = decision.version();
    String recorded = decision.recorded();
    if (!version.isEmpty()) {
      out.append(' ').append(PrintableText.of(version));
    }
    out.append(decision.applies() ? " applies" : " does not apply");
    if (decision.applies() && !recorded.isEmpty() && !recorded.equals(version)) {
      out.append(" (").append(PrintableText.of(recorded)).append(" is there)");
    }
    out.append(": ").append(PrintableText.of(String.join(", ", decision.reasons()))).append('\n');
  }

  private void append(List<ItemChange> changes, ItemChange.Kind kind) {
    for (ItemChange change : changes) {
      if (change.kind() == kind) {
        String phrase = PrintableText.of(ItemPhrase.of(change.item(), change.value()));
        String replaced = kind == ItemChange.Kind.REPLACE ? " in place of the pod's" : "";
        String line = kind.sign() + " " + phrase + replaced;
        out.append("    ").append(palette.change(kind.sign(), line)).append('\n');
      }
    }
  }

  private void append(Diagnostic diagnostic) {
    String severity = diagnostic.isError() ? "conflict" : "warning";
    out.append("    ! ")
        .append(palette.severity(diagnostic.severity(), severity + "[" + diagnostic.code().word()))
        .append(palette.severity(diagnostic.severity(), "]"))
        .append(": ")
        .append(PrintableText.of(diagnostic.message()));
    diagnostic.place().ifPresent(place -> out.append(" (").append(place.describe()).append(')'));
    out.append('\n');
  }
}
