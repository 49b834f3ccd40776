package dev.sidecarctl.yaml;

import dev.sidecarctl.text.Span;
import dev.sidecarctl.text.TextEdit;
import dev.sidecarctl.text.TextEdits;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the edits of one document in any order and settles how they meet: at one offset deeper
 * collections come first, and a last line without an ending keeps having none.
 */
final class EditSheet {
  private final Lines lines;
  private final List<Insertion> insertions = new ArrayList<>();
  private final List<TextEdit> replacements = new ArrayList<>();
  private final List<Span> lineDeletions = new ArrayList<>();

  /**
   * @param text whole lines without their endings, or, if {@code wholeLines} is false, one text
   * @param depth of the collection that grows
   */
  private record Insertion(int at, List<String> text, boolean wholeLines, int depth)
      implements Comparable<Insertion> {

    @Override
    public int compareTo(Insertion other) {
      return at == other.at ? Integer.compare(other.depth, depth) : Integer.compare(at, other.at);
    }
  }

  EditSheet(Lines lines) {
    this.lines = lines;
  }

  /** Puts text within a line. */
  void insert(int at, String text, int depth) {
    insertions.add(new Insertion(at, List.of(text), false, depth));
  }

  /** Puts whole lines at a line's start, or after a last line that has no ending. */
  void insertLines(int at, List<String> text, int depth) {
    insertions.add(new Insertion(at, text, true, depth));
  }

  /** Writes something else over a stretch. */
  void replace(int start, int end, String text) {
    replacements.add(new TextEdit(new Span(start, end), text));
  }

  /** Takes out whole lines: from the start of one to the start of another. */
  void deleteLines(int start, int end) {
    if (start < end) {
      lineDeletions.add(new Span(start, end));
    }
  }

  /** Whether an offset of the text is taken out or written over. */
  boolean removes(int offset) {
    for (TextEdit edit : replacements) {
      if (edit.span().start() <= offset && offset < edit.span().end()) {
        return true;
      }
    }
    for (Span span : lineDeletions) {
      if (span.start() <= offset && offset < span.end()) {
        return true;
      }
    }
    return false;
  }

  /**
   * The edits as they are carried out.
   *
   * @throws IllegalArgumentException when they contradict each other
   */
  TextEdits settle() {
    insertions.sort(null);
    List<Span> deletions = united();
    int tail = openTail(deletions);
    boolean filled = tail < lines.end() && insertsFrom(tail);
    List<TextEdit> edits = new ArrayList<>(replacements);
    for (Span span : deletions) {
      boolean last = span.start() == tail && !filled;
      int start = last ? lines.beforeBreak(span.start()) : span.start();
      edits.add(new TextEdit(new Span(start, span.end()), ""));
    }
    for (int i = 0; i < insertions.size(); i++) {
      Insertion insertion = insertions.get(i);
      boolean closesText = filled && i == insertions.size() - 1;
      String text = text(insertion, filled && insertion.at() >= tail, closesText);
      edits.add(new TextEdit(Span.at(insertion.at()), text));
    }
    return TextEdits.of(edits);
  }

  /**
   * @param inTail whether the lines before have their ending although the text's end has none
   * @param closesText whether the text is to end here without a line ending
   */
  private String text(Insertion insertion, boolean inTail, boolean closesText) {
    if (!insertion.wholeLines()) {
      return insertion.text().get(0);
    }
    String ending = lines.ending(insertion.at());
    boolean open = !inTail && lines.isOpenEnd(insertion.at());
    StringBuilder text = new StringBuilder();
    for (String line : insertion.text()) {
      if (open) {
        text.append(ending).append(line);
      } else {
        text.append(line).append(ending);
      }
    }
    if (closesText) {
      text.setLength(text.length() - ending.length());
    }
    return text.toString();
  }

  /** Where the deletion begins that reaches the end of a text without a last line ending. */
  private int openTail(List<Span> deletions) {
    int tail = lines.end();
    if (!lines.isOpenEnd(tail)) {
      return tail;
    }
    for (int i = deletions.size() - 1; i >= 0 && deletions.get(i).end() == tail; i--) {
      tail = deletions.get(i).start();
    }
    return tail;
  }

  private boolean insertsFrom(int tail) {
    return !insertions.isEmpty()
        && insertions.get(insertions.size() - 1).wholeLines()
        && insertions.get(insertions.size() - 1).at() >= tail;
  }

  /** Line deletions that follow each other; those with an insertion in between stay apart. */
  private List<Span> united() {
    List<Span> sorted = new ArrayList<>(lineDeletions);
    sorted.sort(null);
    List<Span> result = new ArrayList<>();
    for (Span span : sorted) {
      Span last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null && (last.end() > span.start() || joins(last, span))) {
        Span both = new Span(last.start(), Math.max(last.end(), span.end()));
        result.set(result.size() - 1, both);
      } else {
        result.add(span);
      }
    }
    return result;
  }

  private boolean joins(Span first, Span second) {
    if (first.end() != second.start()) {
      return false;
    }
    for (Insertion insertion : insertions) {
      if (insertion.at() == second.start()) {
        return false;
      }
    }
    return true;
  }
}
