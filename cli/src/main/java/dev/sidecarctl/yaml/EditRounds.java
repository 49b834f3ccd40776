package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.text.TextEdit;
import dev.sidecarctl.text.TextEdits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rounds of a reconciliation: aliases are written out first, each round on the text that the
 * one before gave; the last result is read again and compared with what was wanted.
 */
final class EditRounds {
  /** Aliases within written-out aliases: nobody nests them deeper. */
  private static final int MOST_ROUNDS = 16;

  private final YamlDocument document;
  private final ItemKeys keys;
  private final Map<FieldPath, String> restored;
  private final Map<FieldPath, String> replaced = new LinkedHashMap<>();
  private final int offset;
  private final String original;

  EditRounds(YamlDocument document, ItemKeys keys, Map<FieldPath, String> restored) {
    this.document = document;
    this.keys = keys;
    this.restored = restored;
    this.offset = document.slice().start();
    this.original = document.source().text(document.slice());
  }

  /**
   * Runs them.
   *
   * @param quoteLines whether new strings of several lines are to stand in quotes
   * @return null when the result does not say what was wanted
   * @throws RefusedException when it is clear beforehand that it cannot
   */
  @Nullable Reconciliation run(Value wanted, boolean quoteLines) {
    replaced.clear();
    TextEdits all = TextEdits.none();
    YamlDocument current = document;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Reconciler reconciler = new Reconciler(current, keys, restored, quoteLines);
      Value expected = reconciler.walk(wanted);
      remember(reconciler.replaced());
      TextEdits edits = settle(reconciler, current);
      if (edits == null) {
        return null;
      }
      all = all.then(edits);
      if (all.isEmpty()) {
        return new Reconciliation(List.of(), Map.of());
      }
      YamlDocument result = read(all.applyTo(original));
      if (result == null) {
        return null;
      }
      if (!reconciler.isCopying()) {
        return isAsExpected(result, expected) ? reconciliation(all) : null;
      }
      if (!result.value().equals(document.value())) {
        return null;
      }
      current = result;
    }
    return null;
  }

  /** Keeps what is not part of something remembered already. */
  private void remember(Map<FieldPath, String> texts) {
    for (Map.Entry<FieldPath, String> text : texts.entrySet()) {
      FieldPath path = text.getKey();
      boolean covered = false;
      for (int i = 0; i <= path.segments().size() && !covered; i++) {
        covered = replaced.containsKey(new FieldPath(path.segments().subList(0, i)));
      }
      if (!covered) {
        replaced.put(path, text.getValue());
      }
    }
  }

  private @Nullable TextEdits settle(Reconciler reconciler, YamlDocument current) {
    try {
      TextEdits edits = reconciler.edits();
      return current == document ? shifted(edits, -offset) : edits;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean isAsExpected(YamlDocument result, Value expected) {
    try {
      Value value = result.value();
      return Value.sameInOrder(value, expected) || (isOrderFree(result) && value.equals(expected));
    } catch (RefusedException e) {
      return false;
    }
  }

  /** Merged keys have no place of their own; a restored text has the order that it had. */
  private boolean isOrderFree(YamlDocument result) {
    return !restored.isEmpty() || result.source().text().contains("<<");
  }

  private Reconciliation reconciliation(TextEdits all) {
    return new Reconciliation(shifted(all, offset).asList(), Map.copyOf(replaced));
  }

  private static TextEdits shifted(TextEdits edits, int by) {
    if (by == 0) {
      return edits;
    }
    List<TextEdit> moved = new ArrayList<>();
    for (TextEdit edit : edits.asList()) {
      Span span = edit.span();
      moved.add(new TextEdit(new Span(span.start() + by, span.end() + by), edit.replacement()));
    }
    return TextEdits.of(moved);
  }

  /** The edited slice as a document of its own; null when it is no longer exactly one. */
  private @Nullable YamlDocument read(String text) {
    try {
      Source source = new Source(document.source().name(), text);
      YamlDocument found = null;
      for (YamlDocument part : YamlStream.of(source).documents()) {
        if (found != null && !part.isEmpty()) {
          return null;
        }
        found = found == null || found.isEmpty() ? part : found;
      }
      if (found != null) {
        found.value();
      }
      return found;
    } catch (RefusedException e) {
      return null;
    }
  }
}
