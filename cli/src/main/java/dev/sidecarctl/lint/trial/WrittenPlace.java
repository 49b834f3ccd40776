package dev.sidecarctl.lint.trial;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.template.WrittenText;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import org.jspecify.annotations.Nullable;

/**
 * A string of a template, and where it stands.
 *
 * @param scalar the string
 * @param at the way to it from the template's root
 * @param repeated the list parameter whose element {@code $(item)} is; empty for none
 */
public record WrittenPlace(Value.Scalar scalar, FieldPath at, String repeated) {

  /** The key that it stands under, that of the list for an item. */
  public String key() {
    String key = "";
    for (FieldPath.Segment segment : at.segments()) {
      if (segment instanceof FieldPath.Key named) {
        key = named.name();
      }
    }
    return key;
  }

  /** What it says. */
  public WrittenText text() {
    return WrittenText.of(scalar.text());
  }

  /** Where a piece of it stands; the whole of it where that is not to be found. */
  public @Nullable Location find(String piece) {
    return find(piece, scalar);
  }

  /** Where a piece of a value's text stands; the whole of it where that is not to be found. */
  public static @Nullable Location find(String piece, Value value) {
    Location whole = value.origin().orElse(null);
    if (whole == null) {
      return null;
    }
    int start = whole.source().text().indexOf(piece, whole.span().start());
    boolean inside = start >= 0 && start + piece.length() <= whole.span().end();
    return inside ? new Location(whole.source(), new Span(start, start + piece.length())) : whole;
  }
}
