package dev.sidecarctl.output;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Chunk;
import dev.sidecarctl.diagnostic.Palette;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What differs between two texts, as a unified diff with three lines of context that {@code git
 * apply} and {@code patch -p1} take. Line endings are part of the lines; a last line without one is
 * marked as git marks it.
 */
public final class UnifiedDiff {
  private static final int CONTEXT = 3;
  private static final String NO_NEWLINE = "\\ No newline at end of file\n";

  private final List<String> before;
  private final List<String> after;
  private final BitSet secret;
  private final Palette palette;
  private final StringBuilder out = new StringBuilder();

  private UnifiedDiff(List<String> before, List<String> after, BitSet secret, Palette palette) {
    this.before = before;
    this.after = after;
    this.secret = secret;
    this.palette = palette;
  }

  /**
   * The diff of a file; empty when nothing differs. Lines that hold values of Secrets are shown
   * only where they change: the context of a change ends at them.
   *
   * @param name the path, as it is to stand behind {@code a/} and {@code b/}
   */
  public static String of(String name, String before, String after, Palette palette) {
    if (before.equals(after)) {
      return "";
    }
    UnifiedDiff diff =
        new UnifiedDiff(lines(before), lines(after), SecretLines.of(before), palette);
    diff.out.append(palette.bold("--- " + label("a/" + name))).append('\n');
    diff.out.append(palette.bold("+++ " + label("b/" + name))).append('\n');
    diff.appendHunks();
    return diff.out.toString();
  }

  /**
   * A path as git writes it: in quotes when it needs escapes, closed by a tab when it has blanks.
   */
  private static String label(String path) {
    StringBuilder quoted = new StringBuilder("\"");
    boolean plain = true;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      String escape =
          switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "";
          };
      plain &= escape.isEmpty();
      quoted.append(escape.isEmpty() ? String.valueOf(c) : escape);
    }
    if (!plain) {
      return quoted.append('"').toString();
    }
    return path.indexOf(' ') < 0 ? path : path + "\t";
  }

  /** Lines with their endings; a carriage return alone ends none. */
  private static List<String> lines(String text) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start) + 1;
      end = end == 0 ? text.length() : end;
      lines.add(text.substring(start, end));
      start = end;
    }
    return lines;
  }

  private void appendHunks() {
    List<AbstractDelta<String>> hunk = new ArrayList<>();
    for (AbstractDelta<String> delta : DiffUtils.diff(before, after).getDeltas()) {
      if (!hunk.isEmpty() && isApart(hunk.get(hunk.size() - 1), delta)) {
        appendHunk(hunk);
        hunk.clear();
      }
      hunk.add(delta);
    }
    appendHunk(hunk);
  }

  private boolean isApart(AbstractDelta<String> left, AbstractDelta<String> right) {
    int end = end(left.getSource());
    int next = right.getSource().getPosition();
    int firstSecret = secret.nextSetBit(end);
    return next - end > 2 * CONTEXT || (firstSecret >= 0 && firstSecret < next);
  }

  /** How many lines in front of a line may be shown. */
  private int lead(int line) {
    int lead = 0;
    while (lead < Math.min(CONTEXT, line) && !secret.get(line - lead - 1)) {
      lead++;
    }
    return lead;
  }

  /** How many lines from a line on may be shown. */
  private int tail(int line) {
    int tail = 0;
    while (tail < Math.min(CONTEXT, before.size() - line) && !secret.get(line + tail)) {
      tail++;
    }
    return tail;
  }

  private static int end(Chunk<String> chunk) {
    return chunk.getPosition() + chunk.size();
  }

  private void appendHunk(List<AbstractDelta<String>> deltas) {
    AbstractDelta<String> first = deltas.get(0);
    AbstractDelta<String> last = deltas.get(deltas.size() - 1);
    int lead = lead(first.getSource().getPosition());
    int tail = tail(end(last.getSource()));
    int from = first.getSource().getPosition() - lead;
    int length = end(last.getSource()) + tail - from;
    int newFrom = first.getTarget().getPosition() - lead;
    int newLength = end(last.getTarget()) + tail - newFrom;
    String head = "@@ -" + range(from, length) + " +" + range(newFrom, newLength) + " @@";
    out.append(palette.frame(head)).append('\n');
    int at = from;
    for (AbstractDelta<String> delta : deltas) {
      append(' ', before.subList(at, delta.getSource().getPosition()));
      append('-', delta.getSource().getLines());
      append('+', delta.getTarget().getLines());
      at = end(delta.getSource());
    }
    append(' ', before.subList(at, at + tail));
  }

  /** Lines count from 1; a range without lines is named by the line before it. */
  private static String range(int from, int length) {
    int start = length == 0 ? from : from + 1;
    return length == 1 ? String.valueOf(start) : start + "," + length;
  }

  private void append(char sign, List<String> lines) {
    for (String line : lines) {
      boolean ended = line.endsWith("\n");
      String content = ended ? line.substring(0, line.length() - 1) : line;
      out.append(palette.change(sign, sign + content)).append('\n');
      if (!ended) {
        out.append(NO_NEWLINE);
      }
    }
  }
}
