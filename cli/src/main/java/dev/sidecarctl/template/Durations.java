package dev.sidecarctl.template;

import java.util.OptionalLong;

/** Durations as Go writes them: {@code 500ms}, {@code 30s}, {@code 1h30m}, {@code 0}. */
final class Durations {

  private Durations() {}

  /** The nanoseconds; empty for a text that is no duration, or too long a one. */
  static OptionalLong parse(String text) {
    int at = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
    if (text.substring(at).equals("0")) {
      return OptionalLong.of(0);
    }
    double total = 0;
    boolean any = false;
    while (at < text.length()) {
      int unit = at;
      while (unit < text.length() && isNumeric(text.charAt(unit))) {
        unit++;
      }
      int end = unit;
      while (end < text.length() && !isNumeric(text.charAt(end))) {
        end++;
      }
      double nanos = number(text, at, unit) * unit(text.substring(unit, end));
      if (Double.isNaN(nanos)) {
        return OptionalLong.empty();
      }
      total += nanos;
      any = true;
      at = end;
    }
    boolean fits = any && total < Long.MAX_VALUE;
    return fits
        ? OptionalLong.of(Math.round(text.startsWith("-") ? -total : total))
        : OptionalLong.empty();
  }

  private static boolean isNumeric(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  private static double number(String text, int start, int end) {
    int point = text.indexOf('.', start);
    boolean inside = point >= 0 && point < end;
    int second = inside ? text.indexOf('.', point + 1) : -1;
    boolean digits = end - start > (inside ? 1 : 0);
    boolean good = digits && (second < 0 || second >= end);
    return good ? Double.parseDouble(text.substring(start, end)) : Double.NaN;
  }

  private static double unit(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs", "μs" -> 1e3;
      case "ms" -> 1e6;
      case "s" -> 1e9;
      case "m" -> 60e9;
      case "h" -> 3600e9;
      default -> Double.NaN;
    };
  }
}
