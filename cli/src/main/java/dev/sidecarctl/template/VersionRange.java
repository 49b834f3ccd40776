package dev.sidecarctl.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A range of versions, as in {@code ">=1.2 <2"}: comparisons, separated by blanks or commas, all of
 * which have to hold.
 */
record VersionRange(List<Comparison> comparisons) {
  private static final List<String> OPERATORS = List.of(">=", "<=", ">", "<", "=");

  /** One bound. */
  record Comparison(String operator, String version) {
    boolean admits(String candidate) {
      boolean older = VersionOrder.isOlder(candidate, version);
      boolean newer = VersionOrder.isOlder(version, candidate);
      return switch (operator) {
        case ">=" -> !older;
        case "<=" -> !newer;
        case ">" -> newer;
        case "<" -> older;
        default -> !older && !newer;
      };
    }
  }

  /** The range that a text means; empty if it means none. */
  static Optional<VersionRange> parse(String text) {
    List<Comparison> comparisons = new ArrayList<>();
    String rest = text.strip();
    while (!rest.isEmpty()) {
      String operator = operator(rest);
      rest = rest.substring(operator.length()).strip();
      int end = 0;
      while (end < rest.length() && rest.charAt(end) != ',' && rest.charAt(end) > ' ') {
        end++;
      }
      String version = rest.substring(0, end);
      if (operator.isEmpty() || !VersionOrder.isVersion(version)) {
        return Optional.empty();
      }
      comparisons.add(new Comparison(operator, version));
      rest = afterSeparator(rest.substring(end));
    }
    return comparisons.isEmpty() ? Optional.empty() : Optional.of(new VersionRange(comparisons));
  }

  private static String operator(String text) {
    for (String operator : OPERATORS) {
      if (text.startsWith(operator)) {
        return operator;
      }
    }
    return "";
  }

  private static String afterSeparator(String rest) {
    String stripped = rest.strip();
    return stripped.startsWith(",") ? stripped.substring(1).strip() : stripped;
  }

  /** Whether a version is in it. A build before a release counts as the release. */
  boolean admits(String version) {
    int hyphen = version.indexOf('-');
    String release = hyphen < 0 ? version : version.substring(0, hyphen);
    for (Comparison comparison : comparisons) {
      if (!comparison.admits(release)) {
        return false;
      }
    }
    return true;
  }
}
