package dev.sidecarctl.plan.page;

import dev.sidecarctl.plan.pod.Member;
import dev.sidecarctl.plan.pod.PodSheet;
import dev.sidecarctl.plan.pod.PodVolume;
import dev.sidecarctl.plan.pod.Wait;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Draws a pod: boxes for containers in the order in which they start, and for volumes. */
final class PodDrawing {
  private final Markup markup;
  private final Set<Wait> told = new HashSet<>();

  private PodDrawing(Markup markup) {
    this.markup = markup;
  }

  static void add(Markup markup, PodSheet pod) {
    PodDrawing drawing = new PodDrawing(markup);
    markup.element(
        "div",
        "pod",
        inside -> {
          drawing.addMembers(pod.members());
          if (!pod.volumes().isEmpty()) {
            inside.element("div", "volumes", volumes -> pod.volumes().forEach(drawing::addVolume));
          }
        });
  }

  private void addMembers(List<Member> members) {
    int at = 0;
    while (at < members.size()) {
      int end = at;
      while (end < members.size() && members.get(end).step() == members.get(at).step()) {
        end++;
      }
      addStep(members.subList(at, end));
      at = end;
    }
  }

  private void addStep(List<Member> members) {
    addWaits(members.get(0));
    markup.element(
        "div",
        "step",
        step -> {
          step.element("span", "number", String.valueOf(members.get(0).step()));
          for (Member member : members) {
            addWaits(member);
            addMember(member);
          }
        });
  }

  private void addWaits(Member member) {
    for (Wait wait : member.waits()) {
      if (told.add(wait)) {
        markup.element("div", "wait", "↓ " + wait.describe());
      }
    }
  }

  private void addMember(Member member) {
    markup.element(
        "div",
        member.injected() ? "box injected" : "box",
        box -> {
          box.element("strong", "", member.name());
          box.element("span", "role", member.role().words());
          box.element("code", "", member.image());
        });
  }

  private void addVolume(PodVolume volume) {
    markup.element(
        "div",
        volume.injected() ? "volume injected" : "volume",
        box -> {
          box.element("strong", "", volume.name());
          box.element("span", "role", volume.source());
          for (PodVolume.Mount mount : volume.mounts()) {
            box.element(
                "span",
                mount.injected() ? "mount new" : "mount",
                line -> {
                  line.text(mount.container() + " ");
                  line.element("code", "", mount.path());
                  line.text(mount.readOnly() ? " reads" : "");
                });
          }
        });
  }
}
