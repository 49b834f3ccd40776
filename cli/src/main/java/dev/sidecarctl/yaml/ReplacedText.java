package dev.sidecarctl.yaml;

import java.util.regex.Pattern;

/**
 * Text that an edit replaced, as it is remembered: what stood behind a key's colon ({@code " []"}),
 * or, of an item of a block list that is more than one word, its lines from the first column on,
 * with the dash ({@code " - name: a\n value: b"}), so that the text can be read by itself.
 *
 * <p>Its lines are parted by {@code \n}, whatever the document's own ending is, so that a checkout
 * with other line endings does no harm. Where a text mixes them they stand as they are; one that
 * has no {@code \r} in it then gets one at its end.
 */
public final class ReplacedText {

  /** What JSON is made of; brackets that do not match were no text of a document's. */
  private static final Pattern JSON =
      Pattern.compile(
          "(?:\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"|[\\s\\[\\]{},:]|true|false|null|[-+.0-9eE]++)++");

  private ReplacedText() {}

  /** Marks a text whose line endings are not those of its document. */
  private static final String VERBATIM = "\r";

  /** A text as it is remembered: the document's own line ending is {@code \n} in it. */
  static String remembered(String text, String ending) {
    String plain = text.replace(ending, "\n");
    boolean usual = plain.replace("\n", ending).equals(text) && plain.indexOf('\r') < 0;
    if (usual) {
      return plain;
    }
    return text.indexOf('\r') < 0 ? text + VERBATIM : text;
  }

  /** A remembered text as it stands in a document with that line ending. */
  static String written(String text, String ending) {
    if (text.endsWith(VERBATIM)) {
      return text.substring(0, text.length() - 1);
    }
    return text.indexOf('\r') < 0 ? text.replace("\n", ending) : text;
  }

  /** Whether a text is that of an item with its dash. */
  public static boolean isListItem(String text) {
    int dash = dash(text);
    return dash + 1 < text.length()
        && text.charAt(dash) == '-'
        && " \t\r\n".indexOf(text.charAt(dash + 1)) >= 0;
  }

  private static int dash(String text) {
    int at = 0;
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    return at;
  }

  /** The lines of an item, given what stands behind its dash and the dash's column. */
  static String ofItem(String behindDash, int column) {
    return " ".repeat(column) + "-" + behindDash;
  }

  /**
   * What stands behind the dash, for an item whose dash is in another column now.
   *
   * @param text an item's
   * @param column the dash's, from 0
   */
  static String behindDash(String text, int column) {
    int dash = dash(text);
    String behind = text.substring(dash + 1);
    if (column == dash) {
      return behind;
    }
    StringBuilder moved = new StringBuilder(behind.length());
    for (int i = 0; i < behind.length(); i++) {
      char c = behind.charAt(i);
      moved.append(c);
      if (c != '\n' || i + 1 == behind.length() || isBreak(behind.charAt(i + 1))) {
        continue;
      }
      if (column > dash) {
        moved.append(" ".repeat(column - dash));
      }
      for (int n = column;
          n < dash && i + 1 < behind.length() && behind.charAt(i + 1) == ' ';
          n++) {
        i++;
      }
    }
    return moved.toString();
  }

  /**
   * A text whose lines lie deeper than its key: where the key has come to stand further right than
   * they do, they move along, or they would fall out of their place.
   *
   * @param text what stands behind a key's colon
   * @param column the key's, from 0
   * @param indent by how much a value is indented
   */
  static String below(String text, int column, int indent) {
    int least = Integer.MAX_VALUE;
    for (int line = text.indexOf('\n') + 1; line > 0; line = text.indexOf('\n', line) + 1) {
      String content = text.substring(line).stripLeading();
      if (!content.isEmpty() && !content.startsWith("#")) {
        least = Math.min(least, text.length() - line - content.length());
      }
    }
    return least > column ? text : text.replace("\n", "\n" + " ".repeat(column + indent - least));
  }

  /** Whether a text is a value of JSON. */
  static boolean isJson(String text) {
    return !text.isBlank() && JSON.matcher(text).matches();
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }
}
