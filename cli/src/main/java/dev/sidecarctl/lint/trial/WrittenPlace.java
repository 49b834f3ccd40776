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

  /**
   * Where a piece of it stands; the whole of it where that is not to be found.
   *
   * @param before how often it stands before that place
   */
  public @Nullable Location find(String piece, int before) {
    return find(piece, before, scalar);
  }

  /**
   * Where a piece of a value's text stands first; the whole of it where that is not to be found.
   */
  public static @Nullable Location find(String piece, Value value) {
    return find(piece, 0, value);
  }

  private static @Nullable Location find(String piece, int before, Value value) {
    Location whole = value.origin().orElse(null);
    if (whole == null) {
      return null;
    }
    String text = whole.source().text();
    int start = text.indexOf(piece, whole.span().start());
    for (int i = 0; i < before && start >= 0; i++) {
      start = text.indexOf(piece, start + 1);
    }
    boolean inside = start >= 0 && start + piece.length() <= whole.span().end();
    return inside ? new Location(whole.source(), new Span(start, start + piece.length())) : whole;
  }
}
