package dev.sidecarctl.plan;

import dev.sidecarctl.diagnostic.DisplayWidth;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.diagnostic.PrintableText;
import dev.sidecarctl.plan.pod.Member;
import dev.sidecarctl.plan.pod.PodSheet;
import dev.sidecarctl.plan.pod.PodVolume;
import dev.sidecarctl.plan.pod.Wait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A pod, drawn for a terminal: its containers in the order in which they start, with what is waited
 * for between them, and its volumes with those who mount them. What sidecarctl brings has a plus.
 */
final class PodPicture {
  private static final int WIDEST_IMAGE = 48;
  private static final String GAP = "  ";

  private final Palette palette;

  /** A line inside the frame, and whether it is about something injected. */
  private record Line(String text, boolean injected) {}

  private final List<Line> lines = new ArrayList<>();
  private final Set<Wait> told = new HashSet<>();

  private PodPicture(Palette palette) {
    this.palette = palette;
  }

  /** The picture, in lines with their ends, each behind {@code margin}. */
  static String of(PodSheet pod, String margin, Palette palette) {
    PodPicture picture = new PodPicture(palette);
    picture.addMembers(pod.members());
    picture.addVolumes(pod.volumes());
    return picture.framed(margin);
  }

  private void addMembers(List<Member> members) {
    int names = 0;
    int roles = 0;
    int steps = 1;
    for (Member member : members) {
      names = Math.max(names, width(named(member.name(), member.injected())));
      roles = Math.max(roles, member.role().words().length());
      steps = Math.max(steps, String.valueOf(member.step()).length());
    }
    int step = 0;
    for (Member member : members) {
      boolean first = member.step() != step;
      step = member.step();
      addWaits(member, steps);
      String number = first ? String.valueOf(step) : "";
      String text =
          pad(number, steps)
              + GAP
              + pad(named(member.name(), member.injected()), names)
              + GAP
              + pad(member.role().words(), roles)
              + GAP
              + image(member.image());
      lines.add(new Line(text.stripTrailing(), member.injected()));
    }
  }

  /** What holds a container up, as far as it has not held up others before. */
  private void addWaits(Member member, int steps) {
    for (Wait wait : member.waits()) {
      if (told.add(wait)) {
        String words = PrintableText.of(wait.describe());
        lines.add(new Line(" ".repeat(steps) + GAP + "  ↓ " + words, false));
      }
    }
  }

  private void addVolumes(List<PodVolume> volumes) {
    int names = 0;
    for (PodVolume volume : volumes) {
      names = Math.max(names, width(volumeName(volume)));
    }
    if (!volumes.isEmpty()) {
      lines.add(new Line("", false));
    }
    for (PodVolume volume : volumes) {
      lines.add(
          new Line(
              pad(volumeName(volume), names) + GAP + mounts(volume.mounts()), volume.injected()));
    }
  }

  private static String volumeName(PodVolume volume) {
    return named(volume.name(), volume.injected()) + " (" + PrintableText.of(volume.source()) + ")";
  }

  private static String mounts(List<PodVolume.Mount> mounts) {
    if (mounts.isEmpty()) {
      return "not mounted";
    }
    Map<String, String> byContainer = new LinkedHashMap<>();
    for (PodVolume.Mount mount : mounts) {
      String words = named(mount.container(), mount.injected());
      String access = mount.readOnly() ? " (reads)" : "";
      byContainer.putIfAbsent(mount.container(), words + access);
    }
    return "in " + String.join(", ", byContainer.values());
  }

  private static String named(String name, boolean injected) {
    String shown = name.isEmpty() ? "(no name)" : PrintableText.of(name);
    return injected ? shown + " +" : shown;
  }

  /** The end of a long image tells more than its beginning. */
  private static String image(String image) {
    String shown = PrintableText.of(image);
    return shown.length() <= WIDEST_IMAGE
        ? shown
        : "…" + shown.substring(shown.length() - WIDEST_IMAGE + 1);
  }

  private String framed(String margin) {
    int widest = "pod".length();
    for (Line line : lines) {
      widest = Math.max(widest, width(line.text()));
    }
    StringBuilder out = new StringBuilder();
    String top = "┌ pod " + "─".repeat(widest - "pod".length()) + "┐";
    out.append(margin).append(palette.frame(top)).append('\n');
    String side = palette.frame("│");
    for (Line line : lines) {
      String text = line.injected() ? palette.good(line.text()) : line.text();
      out.append(margin).append(side).append(' ').append(text);
      out.append(" ".repeat(widest - width(line.text()))).append(' ').append(side).append('\n');
    }
    String bottom = "└" + "─".repeat(widest + 2) + "┘";
    return out.append(margin).append(palette.frame(bottom)).append('\n').toString();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  private static int width(String text) {
    return DisplayWidth.of(text);
  }
}
