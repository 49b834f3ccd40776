package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the characters that end a line for kubectl, which reads YAML 1.1, and are characters like
 * any other in YAML 1.2: what follows one of them in a comment is data to kubectl.
 */
final class ForeignBreaks {
  private static final char[] BREAKS = {'\u0085', '\u2028', '\u2029'};

  private ForeignBreaks() {}

  /** An error for each of them in a stretch of a text. */
  static List<Diagnostic> find(Source source, Span slice) {
    List<Diagnostic> found = new ArrayList<>();
    for (char sign : BREAKS) {
      int at = source.find(sign, slice.start(), slice.end());
      while (at >= 0) {
        found.add(describe(source, at, sign));
        at = source.find(sign, at + 1, slice.end());
      }
    }
    return found;
  }

  private static Diagnostic describe(Source source, int at, char sign) {
    String digits = Integer.toHexString(sign).toUpperCase(Locale.ROOT);
    String name = "0".repeat(4 - digits.length()) + digits;
    return Diagnostic.error(
            Code.CONTROL_CHARACTER,
            "the character U+" + name + " ends the line for kubectl",
            new Location(source, new Span(at, at + 1)))
        .helping("remove it, or write it as \"\\u" + name + "\" between double quotes");
  }
}
