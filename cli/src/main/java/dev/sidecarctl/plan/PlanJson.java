package dev.sidecarctl.plan;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.inject.ItemChange;
import dev.sidecarctl.inject.Outcome;
import dev.sidecarctl.inject.Preview;
import dev.sidecarctl.inject.TemplateDecision;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.merge.ItemPhrase;
import dev.sidecarctl.plan.cost.Amounts;
import dev.sidecarctl.plan.cost.Demand;
import dev.sidecarctl.plan.cost.Replicas;
import dev.sidecarctl.plan.cost.Totals;
import dev.sidecarctl.plan.pod.Member;
import dev.sidecarctl.plan.pod.PodVolume;
import dev.sidecarctl.plan.pod.Wait;
import dev.sidecarctl.reports.JsonReport;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.JsonTree;
import dev.sidecarctl.yaml.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A plan as JSON: {@code {"workloads": […], "totals": …}}, a workload in each line. {@code
 * docs/plan.schema.json} has the keys.
 */
public final class PlanJson {
  private PlanJson() {}

  /** The text, with a line end. */
  public static String of(List<WorkloadPlan> workloads) {
    StringBuilder json = new StringBuilder("{\"workloads\":[");
    String separator = "\n  ";
    for (WorkloadPlan workload : workloads) {
      json.append(separator).append(JsonText.inOrder(workload(workload)));
      separator = ",\n  ";
    }
    json.append("\n],\"totals\":").append(JsonText.inOrder(totals(PlanTotals.of(workloads))));
    return json.append("}\n").toString();
  }

  private static Value workload(WorkloadPlan workload) {
    Preview preview = workload.preview();
    ResourceId id = preview.id();
    Outcome outcome = preview.outcome();
    JsonTree tree = new JsonTree().text("file", workload.file());
    preview.at().ifPresent(at -> tree.number("line", line(at)));
    tree.text("apiVersion", id.apiVersion())
        .text("kind", id.kind())
        .text("namespace", id.namespace())
        .text("name", id.name())
        .text("outcome", outcome.verb().replace(' ', '-'))
        .textIfAny("detail", outcome.detail())
        .value("templates", list(preview.decisions(), PlanJson::decision))
        .value("changes", list(preview.changes(), PlanJson::change))
        .value("findings", list(preview.diagnostics(), PlanJson::finding));
    workload.pod().ifPresent(pod -> tree.value("pod", pod(pod)));
    return tree.toValue();
  }

  private static int line(Location at) {
    return at.source().position(at.span().start()).line();
  }

  private static Value decision(TemplateDecision decision) {
    return new JsonTree()
        .text("name", decision.template())
        .textIfAny("version", decision.version())
        .textIfAny("carried", decision.recorded())
        .flag("applies", decision.applies())
        .texts("reasons", decision.reasons())
        .toValue();
  }

  private static Value change(ItemChange change) {
    return new JsonTree()
        .text("kind", change.kind().name().toLowerCase(Locale.ROOT))
        .text("item", change.item().toString())
        .text("what", ItemPhrase.of(change.item(), change.value()))
        .toValue();
  }

  private static Value finding(Diagnostic diagnostic) {
    return JsonReport.finding(diagnostic);
  }

  private static Value pod(WorkloadPlan.Pod pod) {
    Replicas replicas = pod.replicas();
    Totals.Change change = Totals.Change.of(pod.bare(), pod.full(), 1);
    JsonTree tree = new JsonTree();
    if (replicas.from() != Replicas.From.NODE) {
      tree.number("replicas", replicas.pods());
    }
    return tree.flag("onEachNode", replicas.from() == Replicas.From.NODE)
        .value("cpu", cpu(change))
        .value("memory", memory(change))
        .value(
            "qos",
            new JsonTree()
                .text("bare", pod.bare().qos().word())
                .text("full", pod.full().qos().word())
                .toValue())
        .value("containers", list(pod.sheet().members(), PlanJson::member))
        .value("volumes", list(pod.sheet().volumes(), PlanJson::volume))
        .toValue();
  }

  private static Value member(Member member) {
    return new JsonTree()
        .text("name", member.name())
        .text("image", member.image())
        .text("role", member.role().words())
        .flag("injected", member.injected())
        .number("step", member.step())
        .value("waits", list(member.waits(), PlanJson::waiting))
        .toValue();
  }

  private static Value waiting(Wait wait) {
    return new JsonTree()
        .text("container", wait.container())
        .text("until", wait.until().words())
        .textIfAny("probe", wait.probe())
        .toValue();
  }

  private static Value volume(PodVolume volume) {
    return new JsonTree()
        .text("name", volume.name())
        .text("source", volume.source())
        .flag("injected", volume.injected())
        .value("mounts", list(volume.mounts(), PlanJson::mount))
        .toValue();
  }

  private static Value mount(PodVolume.Mount mount) {
    return new JsonTree()
        .text("container", mount.container())
        .text("path", mount.path())
        .flag("readOnly", mount.readOnly())
        .flag("injected", mount.injected())
        .toValue();
  }

  private static Value totals(PlanTotals totals) {
    return new JsonTree()
        .number("workloads", totals.workloads())
        .number("withSidecars", totals.withSidecars())
        .number("changed", totals.changed())
        .number("refused", totals.refused())
        .number("pods", totals.sums().pods())
        .value("cpu", cpu(totals.sums().fleet()))
        .value("memory", memory(totals.sums().fleet()))
        .value(
            "eachNode",
            new JsonTree()
                .value("cpu", cpu(totals.sums().eachNode()))
                .value("memory", memory(totals.sums().eachNode()))
                .toValue())
        .toValue();
  }

  private static Value cpu(Totals.Change change) {
    return amounts(change.cpuBare(), change.cpuFull(), Amounts::cpu);
  }

  private static Value memory(Totals.Change change) {
    return amounts(change.memoryBare(), change.memoryFull(), Amounts::memory);
  }

  private static Value amounts(Demand bare, Demand full, Function<BigDecimal, String> words) {
    return new JsonTree()
        .value("bare", demand(bare, words))
        .value("full", demand(full, words))
        .text("more", words.apply(full.request().subtract(bare.request())))
        .toValue();
  }

  private static Value demand(Demand demand, Function<BigDecimal, String> words) {
    return new JsonTree()
        .text("request", words.apply(demand.request()))
        .text("limit", words.apply(demand.limit()))
        .flag("limited", demand.limited())
        .toValue();
  }

  private static <T> Value list(List<T> items, Function<T, Value> one) {
    List<Value> values = new ArrayList<>();
    for (T item : items) {
      values.add(one.apply(item));
    }
    return Value.Sequence.of(values);
  }
}
