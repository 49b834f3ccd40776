package dev.sidecarctl.diagnostic;

/** Text of unknown origin, made fit for a terminal: nothing in it can move the cursor. */
public final class PrintableText {
  private static final int REPLACEMENT = '\uFFFD';

  private PrintableText() {}

  /** The text on one line, with a replacement character for each control character. */
  public static String of(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (shown(c) != c && !Character.isSurrogate(c)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean breaks = c == '\n' || c == '\r' || c == '\t';
      clean.append(breaks ? ' ' : Character.isSurrogate(c) ? c : (char) shown(c));
    }
    return clean.toString();
  }

  /** The character itself, or the replacement character. */
  static int shown(int codePoint) {
    boolean control = codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0);
    // Marks that turn the direction of writing could make a line read as another one.
    boolean turning =
        (codePoint >= 0x202A && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069)
            || codePoint == 0x2028
            || codePoint == 0x2029;
    boolean half = codePoint >= 0xD800 && codePoint <= 0xDFFF;
    return control || turning || half ? REPLACEMENT : codePoint;
  }
}
