package dev.sidecarctl.layout;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;

/** Scalars in every style that can hold them. */
final class RandomScalarText {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}/][\\p{L}\\p{M}0-9/._:=-]*[\\p{L}0-9]( [\\p{L}0-9./_-]+)*");
  private static final Set<String> TYPED =
      Set.of("yes", "no", "on", "off", "true", "false", "null", "y", "n");
  private static final Pattern FOLDABLE = Pattern.compile("\\S+( \\S+)*(\n\\S+( \\S+)*)*\n*");

  private final Random random;

  /** Whether what was written last swallows blank lines that follow. */
  private boolean keepsBlankLines;

  /** Whether what was written last is a literal or folded block. */
  private boolean block;

  RandomScalarText(Random random) {
    this.random = random;
  }

  boolean keepsBlankLines() {
    return keepsBlankLines;
  }

  boolean isBlock() {
    return block;
  }

  /** Not a string: a number, a boolean, null. */
  String typed(Value.Scalar scalar) {
    block = false;
    keepsBlankLines = false;
    return switch (scalar.kind()) {
      case INTEGER -> integer(scalar.text());
      case BOOLEAN ->
          scalar.text().equals("true")
              ? pick("true", "True", "TRUE", "yes", "on", "y")
              : pick("false", "False", "no", "off", "N");
      case NULL -> pick("null", "~", "Null", "NULL");
      default -> scalar.text();
    };
  }

  private String integer(String text) {
    long number = Long.parseLong(text);
    return switch (random.nextInt(12)) {
      case 0 -> "0x" + Long.toHexString(number);
      case 1 -> "0" + Long.toOctalString(number);
      case 2 -> "+" + number;
      case 3 -> number + ".0";
      case 4 -> "!!int \"" + number + "\"";
      case 5 -> "0b" + Long.toBinaryString(number);
      case 6 -> number + "_";
      default -> text;
    };
  }

  /** On one line. */
  String key(String text) {
    int kind = random.nextInt(6);
    if (kind > 1 && isPlain(text)) {
      return text;
    }
    return kind == 0 && isPrintable(text) ? single(text, -1) : doubled(text, -1);
  }

  /** Within brackets or braces. */
  String flow(String text, int column, boolean lines) {
    block = false;
    keepsBlankLines = false;
    int kind = random.nextInt(4);
    if (kind > 1 && isPlain(text)) {
      return text;
    }
    int room = lines ? column : -1;
    return kind == 0 && canBeSingle(text, lines) ? single(text, room) : doubled(text, room);
  }

  /**
   * In a block collection.
   *
   * @param column of the collection around it; -1 for none
   */
  String block(String text, int column) {
    block = false;
    keepsBlankLines = false;
    boolean lines = text.indexOf('\n') >= 0;
    int kind = random.nextInt(lines ? 8 : 10);
    if (kind < (lines ? 4 : 1) && canBeLiteral(text)) {
      return literal(text, column);
    }
    if (kind < (lines ? 5 : 2) && FOLDABLE.matcher(text).matches() && canBeLiteral(text)) {
      return folded(text, column);
    }
    if (kind > 4 && isPlain(text)) {
      return random.nextInt(4) == 0 ? brokenAtBlanks(text, column) : text;
    }
    return kind % 2 == 0 && canBeSingle(text, true) ? single(text, column) : doubled(text, column);
  }

  private static boolean isPlain(String text) {
    return PLAIN.matcher(text).matches()
        && !TYPED.contains(text.toLowerCase(Locale.ROOT))
        && !text.contains(": ")
        && !text.contains(" -");
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || (c >= '\u007f' && c < '\u00a0') || c == '\u2028' || c == '\u2029') {
        return false;
      }
    }
    return true;
  }

  private static boolean canBeSingle(String text, boolean lines) {
    return isPrintable(lines && isLoose(text) ? text.replace('\n', 'x') : text);
  }

  /** Whether its line ends may stand as blank lines between quotes. */
  private static boolean isLoose(String text) {
    return Pattern.matches("\\S+( +\\S+)*(\n+\\S+( +\\S+)*)*", text);
  }

  private static boolean canBeLiteral(String text) {
    return !text.isBlank()
        && text.charAt(0) != '\t'
        && isPrintable(text.replace('\n', 'x').replace('\t', 'x'));
  }

  private String single(String text, int column) {
    return "'" + spread(text.replace("'", "''"), column) + "'";
  }

  private String doubled(String text, int column) {
    StringBuilder escaped = new StringBuilder();
    boolean loose = isLoose(text) && column >= 0 && random.nextBoolean();
    text.codePoints().forEach(point -> escaped.append(escape(point, loose)));
    String spread = spread(escaped.toString(), column);
    if (column >= 0 && random.nextInt(8) == 0 && escaped.indexOf("\\") < 0 && spread.length() > 2) {
      int cut = 1 + random.nextInt(spread.length() - 1);
      boolean within = spread.charAt(cut) != ' ' && spread.charAt(cut) != '\n';
      boolean inPair = Character.isLowSurrogate(spread.charAt(cut));
      if (within && !inPair && spread.indexOf('\n') < 0) {
        spread = spread.substring(0, cut) + "\\\n" + room(column) + spread.substring(cut);
      }
    }
    return '"' + spread + '"';
  }

  private String escape(int point, boolean loose) {
    if (point == '\n') {
      return loose ? "\n" : "\\n";
    }
    if (point == '"' || point == '\\') {
      return "\\" + (char) point;
    }
    if (point == '\t') {
      return "\\t";
    }
    String itself = Character.toString(point);
    boolean escaped = !isPrintable(itself) || random.nextInt(40) == 0;
    if (!escaped) {
      return itself;
    }
    return point > 0xffff
        ? String.format("\\U%08X", point)
        : point > 0xff ? String.format("\\u%04x", point) : String.format("\\x%02x", point);
  }

  /** Line ends as blank lines, and some blanks as line ends. */
  private String spread(String text, int column) {
    if (column < 0) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        boolean first = i == 0 || text.charAt(i - 1) != '\n';
        boolean last = i + 1 == text.length() || text.charAt(i + 1) != '\n';
        result.append(first ? "\n\n" : "\n").append(last ? room(column) : "");
      } else if (c == ' ' && isBreakable(text, i) && random.nextInt(4) == 0) {
        result.append('\n').append(room(column));
      } else {
        result.append(c);
      }
    }
    return result.toString();
  }

  private static boolean isBreakable(String text, int blank) {
    return blank > 0
        && blank + 1 < text.length()
        && " \n\\".indexOf(text.charAt(blank - 1)) < 0
        && " \n\\".indexOf(text.charAt(blank + 1)) < 0;
  }

  private String brokenAtBlanks(String text, int column) {
    return text.replace(" ", "\n" + room(column));
  }

  private String room(int column) {
    return " ".repeat(column + 1 + random.nextInt(5));
  }

  private String literal(String text, int column) {
    return blockText("|", text, List.of(text.replaceAll("\n+$", "").split("\n", -1)), column);
  }

  private String folded(String text, int column) {
    List<String> lines = new ArrayList<>();
    for (String line : text.replaceAll("\n+$", "").split("\n", -1)) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      StringBuilder part = new StringBuilder();
      for (String word : line.split(" ", -1)) {
        if (part.length() > 0 && random.nextInt(3) == 0) {
          lines.add(part.toString());
          part.setLength(0);
        }
        part.append(part.length() == 0 ? "" : " ").append(word);
      }
      lines.add(part.toString());
    }
    return blockText(">", text, lines, column);
  }

  private String blockText(String sign, String text, List<String> lines, int column) {
    block = true;
    int ends = text.length() - text.replaceAll("\n+$", "").length();
    boolean keep = ends > 1 || (ends == 1 && random.nextInt(4) == 0);
    keepsBlankLines = keep;
    String first = lines.get(0);
    boolean told = first.isEmpty() || first.charAt(0) == ' ' || random.nextInt(4) == 0;
    int indent = 1 + random.nextInt(9);
    String chomping = keep ? "+" : ends == 0 ? "-" : "";
    String header =
        random.nextBoolean() ? (told ? indent : "") + chomping : chomping + (told ? indent : "");
    StringBuilder result = new StringBuilder(sign).append(header).append(pick("", "", " ", " # t"));
    String margin = " ".repeat(Math.max(0, column) + indent);
    for (String line : lines) {
      result
          .append('\n')
          .append(line.isEmpty() && random.nextInt(3) > 0 ? "" : margin)
          .append(line);
    }
    return result.append("\n".repeat(Math.max(0, keep ? ends - 1 : 0))).toString();
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
