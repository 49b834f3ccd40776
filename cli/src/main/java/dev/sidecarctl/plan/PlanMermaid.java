package dev.sidecarctl.plan;

import dev.sidecarctl.plan.pod.Member;
import dev.sidecarctl.plan.pod.PodSheet;
import dev.sidecarctl.plan.pod.PodVolume;
import dev.sidecarctl.plan.pod.Wait;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan as a Mermaid flowchart: a frame for each pod with sidecars, in it containers with arrows
 * from what they wait for, and volumes with lines to those who mount them.
 */
public final class PlanMermaid {
  private static final String BREAK = "<br/>";

  private final StringBuilder out = new StringBuilder("flowchart TB\n");
  private int pods;

  private PlanMermaid() {}

  /** The text, with a line end. */
  public static String of(List<WorkloadPlan> workloads) {
    PlanMermaid chart = new PlanMermaid();
    for (WorkloadPlan workload : workloads) {
      if (workload.podWithSidecars().isPresent()) {
        chart.addPod(workload, workload.podWithSidecars().get());
      }
    }
    chart.line("classDef injected stroke:#2da44e,stroke-width:3px");
    return chart.out.toString();
  }

  private void addPod(WorkloadPlan workload, WorkloadPlan.Pod pod) {
    String id = "p" + ++pods;
    String count =
        switch (pod.replicas().from()) {
          case NODE -> ", on each node";
          case MANIFEST -> " × " + pod.replicas().pods();
          case DEFAULT -> "";
        };
    String title = escaped(workload.preview().id().describe() + count);
    line("subgraph " + id + "[\"" + title + "\"]");
    line("direction TB");
    Map<String, String> ids = addMembers(id, pod.sheet());
    addVolumes(id, pod.sheet(), ids);
    line("end");
  }

  private Map<String, String> addMembers(String pod, PodSheet sheet) {
    Map<String, String> ids = new HashMap<>();
    for (Member member : sheet.members()) {
      String id = pod + "c" + (ids.size() + 1);
      String label = escaped(member.name()) + BREAK + member.role().words();
      String image = member.image().isEmpty() ? "" : BREAK + escaped(member.image());
      node(id, "[\"" + label + image + "\"]", member.injected());
      for (Wait wait : member.waits()) {
        String words = escaped(wait.describe().substring(wait.container().length()).strip());
        line(ids.get(wait.container()) + " -- \"" + words + "\" --> " + id);
      }
      ids.put(member.name(), id);
    }
    return ids;
  }

  private void addVolumes(String pod, PodSheet sheet, Map<String, String> ids) {
    int count = 0;
    for (PodVolume volume : sheet.volumes()) {
      String id = pod + "v" + ++count;
      String label = escaped(volume.name()) + BREAK + escaped(volume.source());
      node(id, "[(\"" + label + "\")]", volume.injected());
      for (PodVolume.Mount mount : volume.mounts()) {
        String access = mount.readOnly() ? " (reads)" : "";
        String words = escaped(mount.path() + access);
        line(ids.get(mount.container()) + " -. \"" + words + "\" .- " + id);
      }
    }
  }

  private void node(String id, String shape, boolean injected) {
    line(id + shape + (injected ? ":::injected" : ""));
  }

  private void line(String text) {
    out.append("  ").append(text).append('\n');
  }

  /** Everything that could mean something to Mermaid, to Markdown or to HTML by its number. */
  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean plain = Character.isLetterOrDigit(c) || "-./:, ×()".indexOf(c) >= 0;
              if (plain) {
                escaped.appendCodePoint(c);
              } else {
                escaped.append('#').append(c).append(';');
              }
            });
    return escaped.toString();
  }
}
