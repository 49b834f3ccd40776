package dev.sidecarctl.yaml;

import dev.sidecarctl.text.Span;
import java.util.Arrays;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.tokens.Token;

/**
 * Turns the engine's positions, code points from the start of what it was given, into UTF-16
 * offsets in the whole source.
 */
final class SliceOffsets {
  private final Span slice;

  /** Code point indices, within the slice, of the characters that take two UTF-16 units. */
  private final int[] supplementary;

  SliceOffsets(String text, Span slice) {
    this.slice = slice;
    this.supplementary = findSupplementary(text, slice);
  }

  /** Where a token starts. */
  int start(Token token) {
    return of(token.getStartMark());
  }

  /** Where a token ends. */
  int end(Token token) {
    return of(token.getEndMark());
  }

  /** The offset of a mark; the start of the slice for none. */
  int of(Optional<Mark> mark) {
    return mark.isPresent() ? ofIndex(mark.get().getIndex()) : slice.start();
  }

  /** The offset of a code point index. */
  int ofIndex(int index) {
    if (supplementary.length == 0) {
      return slice.start() + index;
    }
    int found = Arrays.binarySearch(supplementary, index);
    int before = found >= 0 ? found : -found - 1;
    return slice.start() + index + before;
  }

  private static int[] findSupplementary(String text, Span slice) {
    int[] found = {};
    int count = 0;
    int index = 0;
    for (int i = slice.start(); i < slice.end(); i++, index++) {
      if (Character.isHighSurrogate(text.charAt(i))
          && i + 1 < slice.end()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, Math.max(16, count * 2));
        }
        found[count++] = index;
        i++;
      }
    }
    return Arrays.copyOf(found, count);
  }
}
