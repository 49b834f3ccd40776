package dev.sidecarctl.plan;

import dev.sidecarctl.plan.cost.Amounts;
import dev.sidecarctl.plan.cost.Demand;
import dev.sidecarctl.plan.cost.PodCost;
import dev.sidecarctl.plan.cost.Replicas;
import dev.sidecarctl.plan.cost.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What pods ask for without sidecars and with them, in words. */
final class CostText {
  private CostText() {}

  /** The lines of a pod: CPU, memory, class of quality of service. */
  static List<String> lines(WorkloadPlan.Pod pod) {
    PodCost bare = pod.bare();
    PodCost full = pod.full();
    List<String> lines = new ArrayList<>();
    lines.add("cpu     " + line(bare.cpu(), full.cpu(), pod.replicas(), Amounts::cpu));
    lines.add("memory  " + line(bare.memory(), full.memory(), pod.replicas(), Amounts::memory));
    String before = bare.qos().word();
    String after = full.qos().word();
    lines.add("qos     " + (before.equals(after) ? after + ", as without" : change(before, after)));
    return lines;
  }

  /** The lines of several workloads. */
  static List<String> lines(Totals totals) {
    List<String> lines = new ArrayList<>();
    if (totals.pods() > 0) {
      String pods = totals.pods() == 1 ? "1 pod" : totals.pods() + " pods";
      add(lines, pods, totals.fleet());
    }
    if (totals.hasNodes()) {
      add(lines, "each node", totals.eachNode());
    }
    return lines;
  }

  private static void add(List<String> lines, String what, Totals.Change change) {
    String label = what + " ".repeat(Math.max(0, "each node".length() - what.length())) + "  ";
    lines.add(label + "cpu     " + line(change.cpuBare(), change.cpuFull(), Amounts::cpu));
    lines.add(
        " ".repeat(label.length())
            + "memory  "
            + line(change.memoryBare(), change.memoryFull(), Amounts::memory));
  }

  private static String line(
      Demand bare, Demand full, Replicas replicas, Function<BigDecimal, String> words) {
    return line(bare, full, words) + times(bare, full, replicas, words);
  }

  private static String line(Demand bare, Demand full, Function<BigDecimal, String> words) {
    BigDecimal more = full.request().subtract(bare.request());
    String requests =
        change(words.apply(bare.request()), words.apply(full.request()))
            + (more.signum() == 0 ? "" : " (" + signed(more, words) + ")");
    return requests + "; limit " + change(limit(bare, words), limit(full, words));
  }

  /** What the sidecars ask for in all pods; nothing where there is but one. */
  private static String times(
      Demand bare, Demand full, Replicas replicas, Function<BigDecimal, String> words) {
    if (replicas.from() == Replicas.From.NODE) {
      return "; on each node";
    }
    if (replicas.from() != Replicas.From.MANIFEST) {
      return "";
    }
    BigDecimal more = full.request().subtract(bare.request());
    BigDecimal all = more.multiply(BigDecimal.valueOf(replicas.pods()));
    return "; × " + replicas.pods() + ": " + signed(all, words);
  }

  private static String limit(Demand demand, Function<BigDecimal, String> words) {
    if (demand.limit().signum() == 0) {
      return "none";
    }
    return words.apply(demand.limit()) + (demand.limited() ? "" : " of some");
  }

  private static String signed(BigDecimal amount, Function<BigDecimal, String> words) {
    return Amounts.signed(amount, words.apply(amount));
  }

  private static String change(String before, String after) {
    return before.equals(after) ? after : before + " → " + after;
  }
}
