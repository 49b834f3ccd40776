package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.YamlNode.Entry;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every part of one round of edits needs: the document, its lines, its layout, the sheet. */
final class EditContext {
  private final YamlDocument document;
  private final Lines lines;
  private final EditSheet sheet;
  private final ItemKeys keys;
  private final boolean quoteLines;
  private @Nullable LayoutStyle layout;
  private @Nullable Set<FieldPath> written;

  EditContext(YamlDocument document, ItemKeys keys, boolean quoteLines) {
    this.keys = keys;
    this.document = document;
    this.lines = new Lines(document.source().text(), document.slice());
    this.sheet = new EditSheet(lines);
    this.quoteLines = quoteLines;
  }

  YamlDocument document() {
    return document;
  }

  Lines lines() {
    return lines;
  }

  EditSheet sheet() {
    return sheet;
  }

  /** The document's layout, looked at when something is written. */
  LayoutStyle layout() {
    LayoutStyle known = layout;
    if (known == null) {
      known = LayoutVotes.of(document, keys.written());
      layout = known;
    }
    return known;
  }

  /** Whether a place is part of what earlier runs wrote. */
  boolean isWritten(FieldPath place) {
    Set<FieldPath> known = written;
    if (known == null) {
      known = new HashSet<>(keys.written());
      written = known;
    }
    boolean found = false;
    for (int length = 0; length <= place.segments().size() && !found; length++) {
      found = known.contains(new FieldPath(place.segments().subList(0, length)));
    }
    return found;
  }

  /** Whether earlier runs made a value, not only what is in it. */
  boolean isOurs(YamlNode node, FieldPath place) {
    return isWritten(place) || (holdsOnlyWritten(node, place) && !keys.stoodEmpty(place));
  }

  /** Whether the user's text at a place has no elements: those there are were written later. */
  boolean stoodEmpty(YamlNode node, FieldPath place) {
    return holdsOnlyWritten(node, place) && keys.stoodEmpty(place);
  }

  private boolean holdsOnlyWritten(YamlNode node, FieldPath place) {
    List<Element> elements = Element.of(node);
    boolean all = !elements.isEmpty();
    for (int i = 0; i < elements.size() && all; i++) {
      Entry entry = elements.get(i).entry();
      all = isWritten(entry == null ? place.index(i) : place.key(document.keyOf(entry)));
    }
    return all;
  }

  /**
   * A writer of fragments.
   *
   * @param before where the fragment goes: blanks there must not become part of its last string
   */
  FragmentWriter writer(LayoutStyle style, int before) {
    boolean open = lines.isOpenEnd(before);
    int content = lines.firstContent(before);
    boolean blanks = content > before && content == lines.contentEnd(before);
    return new FragmentWriter(style, quoteLines, open || blanks);
  }

  /** Whether strings of several lines are to be written in quotes. */
  boolean quotesLines() {
    return quoteLines;
  }

  /** A writer of fragments that other fragments follow. */
  FragmentWriter writer(LayoutStyle style) {
    return new FragmentWriter(style, quoteLines, false);
  }

  /** A writer in the document's layout. */
  FragmentWriter writer() {
    return writer(layout());
  }

  Location location(YamlNode node) {
    return location(node.extent().start(), node.extent().end());
  }

  Location location(int start, int end) {
    return new Location(document.source(), new Span(start, Math.max(start, end)));
  }

  RefusedException refusal(Code code, String message, YamlNode at) {
    return new RefusedException(Diagnostic.error(code, message, location(at)));
  }
}
