package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Value.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scalars as text that readers of YAML 1.1 and of YAML 1.2 understand alike. */
public final class ScalarText {
  private static final String LEADING_INDICATORS = ",[]{}#&*!|>'\"%@`";

  /** kubectl ends a plain scalar at a question mark, too. */
  private static final String FLOW_INDICATORS = ",[]{}?";

  /** What YAML 1.1 (yaml.org/type) or YAML 1.2 (section 10.3.2) takes for no string. */
  private static final Pattern TYPED =
      Pattern.compile(
          "[-+]?0[bB][01_]+|[-+]?0[xX][0-9a-fA-F_]+|[-+]?0[oO][0-7_]+"
              + "|[-+]?([0-9][0-9_]*)?\\.?[0-9_]*([eE][-+]?[0-9]+)?"
              + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?"
              + "|[-+]?\\.(inf|Inf|INF|nan|NaN|NAN)"
              + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt \\t].*)?"
              + "|<<|=|~|[yYnN]|(?i:null|yes|no|on|off|true|false)");

  /** What {@link #TYPED} can begin with. */
  private static final String TYPED_FIRST = "-+.0123456789_<=~yYnNoOtTfFeE";

  private ScalarText() {}

  /** A scalar as it may stand in a line of block style, behind a key or a dash. */
  public static String inLine(Value.Scalar scalar) {
    boolean plain = scalar.kind() != Kind.STRING || isPlainSafe(scalar.text(), false);
    return plain ? scalar.text() : quoted(scalar.text(), '"');
  }

  /** Whether a string may stand without quotes. */
  static boolean isPlainSafe(String text, boolean flow) {
    if (text.isEmpty()) {
      return false;
    }
    char first = text.charAt(0);
    if (TYPED_FIRST.indexOf(first) >= 0 && TYPED.matcher(text).matches()) {
      return false;
    }
    if (LEADING_INDICATORS.indexOf(first) >= 0 || first == ' ' || text.endsWith(" ")) {
      return false;
    }
    if ("-?:".indexOf(first) >= 0 && (flow || text.length() == 1 || text.charAt(1) == ' ')) {
      return false;
    }
    if (text.startsWith("---") || text.startsWith("...") || text.endsWith(":")) {
      return false;
    }
    return isPlainInside(text, flow) && ScalarResolver.resolve(text, null).kind() == Kind.STRING;
  }

  private static boolean isPlainInside(String text, boolean flow) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPrintable(text, i) || (flow && FLOW_INDICATORS.indexOf(c) >= 0)) {
        return false;
      }
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      if ((c == ':' && next == ' ') || (c == ' ' && next == '#')) {
        return false;
      }
    }
    return true;
  }

  /** Whether a character may stand unescaped within one line, in every version of YAML. */
  private static boolean isPrintable(String text, int at) {
    char c = text.charAt(at);
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return (c >= ' ' && c < '\u007f')
        || (c >= '\u00a0' && c < '\ufffe' && c != '\u2028' && c != '\u2029' && c != '\ufeff');
  }

  /**
   * A string in quotes: in double ones where single ones cannot hold it, in single ones where that
   * saves escapes.
   */
  static String quoted(String text, char quote) {
    boolean escapes = text.indexOf('"') >= 0 || text.indexOf('\\') >= 0;
    boolean single = quote == '\'' || (escapes && text.indexOf('\'') < 0);
    if (single && isSingleQuotable(text)) {
      return "'" + text.replace("'", "''") + "'";
    }
    return doubleQuoted(text);
  }

  private static boolean isSingleQuotable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPrintable(text, i)) {
        return false;
      }
    }
    return true;
  }

  /** A string in double quotes, with escapes that JSON has too. */
  static String doubleQuoted(String text) {
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c == '\n') {
        quoted.append("\\n");
      } else if (c == '\t') {
        quoted.append("\\t");
      } else if (c == '\r') {
        quoted.append("\\r");
      } else if (isPrintable(text, i)) {
        quoted.append(c);
      } else {
        String digits = Integer.toHexString(c);
        quoted.append("\\u").append("0".repeat(4 - digits.length())).append(digits);
      }
    }
    return quoted.append('"').toString();
  }

  /**
   * A string of several lines as a literal block: the header, then the lines.
   *
   * @return null where a literal block cannot hold it or would be read differently by some
   */
  static @Nullable List<String> literal(String text, String indent) {
    boolean ended = text.endsWith("\n");
    String body = ended ? text.substring(0, text.length() - 1) : text;
    if (text.indexOf('\n') < 0 || body.isEmpty() || body.endsWith("\n")) {
      return null;
    }
    if (" \t\n".indexOf(body.charAt(0)) >= 0 || !isLiteralInside(body)) {
      return null;
    }
    List<String> lines = new ArrayList<>();
    lines.add(ended ? "|" : "|-");
    for (String line : body.split("\n", -1)) {
      lines.add(line.isEmpty() ? "" : indent + line);
    }
    return lines.get(lines.size() - 1).isBlank() ? null : lines;
  }

  private static boolean isLiteralInside(String body) {
    for (int i = 0; i < body.length(); i++) {
      char c = body.charAt(i);
      if (c != '\n' && c != '\t' && !isPrintable(body, i)) {
        return false;
      }
    }
    return true;
  }
}
