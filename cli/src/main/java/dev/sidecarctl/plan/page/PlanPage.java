package dev.sidecarctl.plan.page;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Note;
import dev.sidecarctl.inject.ItemChange;
import dev.sidecarctl.inject.Outcome;
import dev.sidecarctl.inject.Preview;
import dev.sidecarctl.inject.TemplateDecision;
import dev.sidecarctl.merge.ItemPhrase;
import dev.sidecarctl.plan.PlanTotals;
import dev.sidecarctl.plan.WorkloadPlan;
import dev.sidecarctl.plan.cost.Amounts;
import dev.sidecarctl.plan.cost.Replicas;
import dev.sidecarctl.plan.cost.Totals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The page of a plan: sums over all workloads, a list of them, then each with its pod drawn, what
 * decided, what would change and what it costs; the diffs of the files at the end.
 */
public final class PlanPage {
  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <title>sidecarctl plan</title>
      <style>
      """;

  private final Markup page = new Markup();

  private PlanPage() {}

  /**
   * The page.
   *
   * @param diffs the unified diff of each file that would change, by its name
   * @param style the style sheet
   */
  public static String of(List<WorkloadPlan> workloads, Map<String, String> diffs, String style) {
    PlanPage made = new PlanPage();
    made.page.raw(HEAD).raw(style).raw("</style>\n</head>\n<body>\n");
    made.page.element("header", "", header -> made.addSums(PlanTotals.of(workloads)));
    made.page.element(
        "main",
        "",
        main -> {
          made.addOverview(workloads);
          int number = 0;
          for (WorkloadPlan workload : workloads) {
            made.addWorkload(workload, "w" + ++number);
          }
          diffs.forEach(made::addDiff);
        });
    return made.page.raw("\n</body>\n</html>\n").toString();
  }

  private void addSums(PlanTotals totals) {
    page.element("h1", "", "sidecarctl plan");
    page.element(
        "p",
        "",
        counted(totals.workloads(), "workload")
            + ", "
            + totals.withSidecars()
            + " with sidecars, "
            + totals.changed()
            + " would change, "
            + totals.refused()
            + " would be refused");
    Totals sums = totals.sums();
    page.element(
        "div",
        "sums",
        tables -> {
          if (sums.pods() > 0) {
            CostTable.add(tables, counted(sums.pods(), "pod"), sums.fleet());
          }
          if (sums.hasNodes()) {
            CostTable.add(tables, "each node", sums.eachNode());
          }
        });
  }

  private void addOverview(List<WorkloadPlan> workloads) {
    page.element(
        "nav",
        "",
        nav -> {
          int number = 0;
          for (WorkloadPlan workload : workloads) {
            String id = "w" + ++number;
            nav.element(
                "div",
                "row",
                row -> {
                  row.link(id, workload.preview().id().describe());
                  row.element("span", "more", more(workload));
                  addOutcome(workload.preview().outcome());
                });
          }
        });
  }

  /** What the sidecars ask for in each of its pods. */
  private static String more(WorkloadPlan workload) {
    return workload
        .podWithSidecars()
        .map(
            pod -> {
              BigDecimal cpu = pod.full().cpu().request().subtract(pod.bare().cpu().request());
              BigDecimal memory =
                  pod.full().memory().request().subtract(pod.bare().memory().request());
              return Amounts.signed(cpu, Amounts.cpu(cpu))
                  + " cpu, "
                  + Amounts.signed(memory, Amounts.memory(memory));
            })
        .orElse("");
  }

  private void addOutcome(Outcome outcome) {
    String kind = outcome.verb().replace(' ', '-');
    String words = outcome instanceof Outcome.Refused ? "would be refused" : outcome.intention();
    page.element("span", "outcome " + kind, words);
  }

  private void addWorkload(WorkloadPlan workload, String id) {
    Preview preview = workload.preview();
    page.anchored(
        "section",
        "workload",
        id,
        section -> {
          section.element("h2", "", preview.id().describe());
          addOutcome(preview.outcome());
          section.element("p", "place", place(workload));
          if (!preview.outcome().detail().isEmpty()) {
            section.element("p", "place", preview.outcome().detail());
          }
          preview.decisions().forEach(this::addDecision);
          preview.diagnostics().forEach(this::addFinding);
          section.element(
              "div",
              "columns",
              columns -> {
                workload.pod().ifPresent(pod -> PodDrawing.add(columns, pod.sheet()));
                columns.element(
                    "div",
                    "",
                    side -> {
                      workload.pod().ifPresent(this::addCost);
                      side.element(
                          "ul", "changes", list -> preview.changes().forEach(this::addChange));
                    });
              });
        });
  }

  private static String place(WorkloadPlan workload) {
    String at = workload.preview().at().map(Location::describe).orElse(workload.file());
    return at + " · " + workload.preview().id().apiVersion();
  }

  private void addDecision(TemplateDecision decision) {
    page.element(
        "p",
        decision.applies() ? "decision applies" : "decision",
        line -> {
          line.element("strong", "", decision.template());
          line.text(" " + decision.version());
          boolean other =
              !decision.recorded().isEmpty() && !decision.recorded().equals(decision.version());
          line.text(decision.applies() ? " applies" : " does not apply");
          line.text(other ? " (" + decision.recorded() + " is there)" : "");
          line.text(": " + String.join(", ", decision.reasons()));
        });
  }

  private void addCost(WorkloadPlan.Pod pod) {
    Replicas replicas = pod.replicas();
    boolean node = replicas.from() == Replicas.From.NODE;
    String pods = node ? "a pod on each node" : counted(replicas.pods(), "pod");
    CostTable.add(page, "a pod", Totals.Change.of(pod.bare(), pod.full(), 1));
    page.element("p", "", pods);
    String before = pod.bare().qos().word();
    String after = pod.full().qos().word();
    boolean same = before.equals(after);
    page.element("p", same ? "" : "lost", "QoS " + (same ? after : before + " → " + after));
  }

  private void addChange(ItemChange change) {
    page.element(
        "li",
        change.kind().name().toLowerCase(Locale.ROOT),
        line -> {
          line.text(change.kind().sign() + " ");
          line.text(ItemPhrase.of(change.item(), change.value()));
          line.element("code", "item", change.item().toString());
        });
  }

  private void addFinding(Diagnostic diagnostic) {
    page.element(
        "div",
        "finding " + diagnostic.severity().word(),
        box -> {
          box.element(
              "p",
              "",
              line -> {
                line.element("strong", "", diagnostic.severity().word());
                line.text(" ");
                line.element("code", "", diagnostic.code().word());
                line.text(" " + diagnostic.message());
              });
          diagnostic.place().ifPresent(at -> box.element("p", "place", at.describe()));
          for (Note note : diagnostic.notes()) {
            box.element("p", "place", note.at().describe() + ": " + note.message());
          }
          if (!diagnostic.help().isEmpty()) {
            box.element("p", "help", diagnostic.help());
          }
        });
  }

  private void addDiff(String file, String diff) {
    page.element(
        "details",
        "",
        details -> {
          details.element("summary", "", file);
          details.element("pre", "", pre -> diff.lines().forEach(this::addDiffLine));
        });
  }

  private void addDiffLine(String line) {
    String kind =
        switch (line.isEmpty() ? ' ' : line.charAt(0)) {
          case '+' -> "plus";
          case '-' -> "minus";
          case '@' -> "hunk";
          default -> "same";
        };
    page.element("span", kind, line).newline();
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
