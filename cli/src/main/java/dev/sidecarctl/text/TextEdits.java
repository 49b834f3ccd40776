package dev.sidecarctl.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Edits of one text: sorted, disjoint, all offsets into the original. Immutable.
 *
 * <p>Where several stand at one offset, insertions come before the replacement of what follows, and
 * insertions keep the order in which they were given.
 */
public final class TextEdits {
  private static final TextEdits NONE = new TextEdits(List.of());

  private final List<TextEdit> edits;

  private TextEdits(List<TextEdit> edits) {
    this.edits = edits;
  }

  /** No edits at all. */
  public static TextEdits none() {
    return NONE;
  }

  /**
   * Sorts edits.
   *
   * @param edits in any order; those of several documents of a text may be thrown together
   * @throws IllegalArgumentException when two of them touch the same character
   */
  public static TextEdits of(List<TextEdit> edits) {
    List<TextEdit> sorted = new ArrayList<>(edits);
    sorted.sort(null);
    int end = 0;
    for (TextEdit edit : sorted) {
      if (edit.span().start() < end) {
        throw new IllegalArgumentException("edits overlap at " + edit.span());
      }
      end = edit.span().end();
    }
    return new TextEdits(List.copyOf(sorted));
  }

  /** The edits, in the order of the text. */
  public List<TextEdit> asList() {
    return edits;
  }

  /** Whether there is nothing to do. */
  public boolean isEmpty() {
    return edits.isEmpty();
  }

  /** The text after the edits; the very source given when there are none. */
  public Source applyTo(Source source) {
    return edits.isEmpty() ? source : source.withText(applyTo(source.text()));
  }

  /** The text after the edits. */
  public String applyTo(String text) {
    StringBuilder result = new StringBuilder(text.length() + 256);
    int at = 0;
    for (TextEdit edit : edits) {
      result.append(text, at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return result.append(text, at, text.length()).toString();
  }

  /**
   * Where a character of the new text stood in the original.
   *
   * @param newOffset UTF-16 offset into the edited text
   * @return empty for a character that an edit wrote
   */
  public OptionalInt toOriginal(int newOffset) {
    int shift = 0;
    for (TextEdit edit : edits) {
      int start = edit.span().start() + shift;
      if (newOffset < start) {
        break;
      }
      if (newOffset < start + edit.replacement().length()) {
        return OptionalInt.empty();
      }
      shift += edit.replacement().length() - edit.span().length();
    }
    return OptionalInt.of(newOffset - shift);
  }

  /**
   * These edits and, on their result, further ones, as edits of the original.
   *
   * @param further offsets into the text after these edits
   */
  public TextEdits then(TextEdits further) {
    if (edits.isEmpty()) {
      return further;
    }
    return further.isEmpty() ? this : new Composition(edits, further.edits).result();
  }

  @Override
  public String toString() {
    return edits.toString();
  }
}
