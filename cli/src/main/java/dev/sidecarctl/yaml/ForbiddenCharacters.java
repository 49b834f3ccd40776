package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.Locale;

/** The characters that no YAML stream may hold as they are: most control characters. */
final class ForbiddenCharacters {
  private static final char NEXT_LINE = '\u0085';

  private ForbiddenCharacters() {}

  /** The offset of the first one between two offsets; -1 for none. */
  static int find(String text, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c < ' ' ? c != '\n' && c != '\t' && c != '\r' : c >= '\u007F' && isForbidden(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isForbidden(String text, int at) {
    char c = text.charAt(at);
    if (c < '\u00A0') {
      return c != NEXT_LINE;
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at == 0 || !Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c >= '\uFFFE';
  }

  /** Says which character stands at an offset. */
  static Diagnostic describe(Source source, int at) {
    StringBuilder name =
        new StringBuilder(Integer.toHexString(source.text().charAt(at)).toUpperCase(Locale.ROOT));
    while (name.length() < 4) {
      name.insert(0, '0');
    }
    String message = "the character U+" + name + " must not stand in YAML as it is";
    return Diagnostic.error(
            Code.CONTROL_CHARACTER, message, new Location(source, new Span(at, at + 1)))
        .helping("remove it, or write it as \"\\u" + name + "\" between double quotes");
  }
}
