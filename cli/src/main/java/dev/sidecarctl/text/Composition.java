package dev.sidecarctl.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Two rounds of edits laid over each other. Walks the text between the rounds from left to right;
 * {@code middle} is the place there, {@code shift} leads from it back to the original.
 */
final class Composition {
  private final List<TextEdit> first;
  private final List<TextEdit> second;
  private final List<TextEdit> result = new ArrayList<>();
  private final StringBuilder written = new StringBuilder();
  private int openStart = -1;
  private int openEnd = -1;
  private int next;
  private int middle;
  private int shift;

  /** How much of the first round's current replacement has been passed. */
  private int passed;

  Composition(List<TextEdit> first, List<TextEdit> second) {
    this.first = first;
    this.second = second;
  }

  TextEdits result() {
    for (TextEdit edit : second) {
      advance(edit.span().start(), true);
      touch();
      written.append(edit.replacement());
      advance(edit.span().end(), false);
    }
    advance(Integer.MAX_VALUE, true);
    close();
    return TextEdits.of(result);
  }

  /** Moves on to a place between the rounds; what is passed stays, or goes. */
  private void advance(int target, boolean keep) {
    while (middle < target) {
      if (next == first.size()) {
        pass(target - middle, keep);
        return;
      }
      TextEdit edit = first.get(next);
      int start = edit.span().start() - shift;
      if (passed == 0 && middle < start) {
        pass(Math.min(target, start) - middle, keep);
        continue;
      }
      enter(edit, target, keep);
    }
  }

  /** Passes text of the original. */
  private void pass(int length, boolean keep) {
    if (keep) {
      close();
    } else {
      touch();
      openEnd += length;
    }
    middle += length;
  }

  /** Passes text that the first round wrote, up to the target. */
  private void enter(TextEdit edit, int target, boolean keep) {
    if (passed == 0) {
      touch();
      openEnd = edit.span().end();
    }
    String replacement = edit.replacement();
    int length = Math.min(target - middle, replacement.length() - passed);
    if (keep) {
      written.append(replacement, passed, passed + length);
    }
    passed += length;
    middle += length;
    if (passed == replacement.length()) {
      shift += edit.span().length() - replacement.length();
      next++;
      passed = 0;
    }
  }

  private void touch() {
    if (openStart < 0) {
      openStart = middle + shift;
      openEnd = openStart;
    }
  }

  private void close() {
    if (openStart >= 0) {
      result.add(new TextEdit(new Span(openStart, openEnd), written.toString()));
      written.setLength(0);
      openStart = -1;
    }
  }
}
