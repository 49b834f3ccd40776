package dev.sidecarctl.yaml;

/** Where most of a text's lists stand, judged by its lines: for a document without any list. */
final class DashLines {
  /** How far a long text is looked through. */
  private static final int ENOUGH = 65_536;

  private DashLines() {}

  /** Columns from a key that ends a line to the dash that begins the next, mostly; 0 if none. */
  static int usualOffset(String text) {
    int flush = 0;
    int indented = 0;
    int at = text.indexOf("\n");
    while (at >= 0 && at + 1 < Math.min(text.length(), ENOUGH)) {
      int end = at > 0 && text.charAt(at - 1) == '\r' ? at - 1 : at;
      int content = skipBlanks(text, at + 1);
      boolean dash = text.startsWith("- ", content);
      if (dash && end > 0 && text.charAt(end - 1) == ':') {
        int keyLine = text.lastIndexOf('\n', end - 1) + 1;
        int keyColumn = skipBlanks(text, keyLine) - keyLine;
        int offset = content - at - 1 - keyColumn;
        flush += offset == 0 ? 1 : 0;
        indented += offset == 2 ? 1 : 0;
      }
      at = text.indexOf('\n', at + 1);
    }
    return indented > flush ? 2 : 0;
  }

  private static int skipBlanks(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }
}
