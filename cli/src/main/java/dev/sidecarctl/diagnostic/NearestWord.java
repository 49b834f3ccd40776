package dev.sidecarctl.diagnostic;

import java.util.Locale;
import java.util.Optional;

/** Finds what somebody most likely meant by a word that is not known. */
public final class NearestWord {

  private NearestWord() {}

  /**
   * The candidate that the fewest letters tell from a word: at most a third of them (but one at
   * least); upper and lower case count as the same letter. The first of several that are as near.
   */
  public static Optional<String> of(String word, Iterable<String> candidates) {
    String wanted = word.toLowerCase(Locale.ROOT);
    int best = Math.max(1, word.length() / 3) + 1;
    String nearest = null;
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - word.length()) < best) {
        int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
        if (distance < best) {
          best = distance;
          nearest = candidate;
        }
      }
    }
    return Optional.ofNullable(nearest);
  }

  /** {@code did you mean X?}, or {@code known are: A, B} where nothing is near. */
  public static String help(String word, Iterable<String> candidates) {
    Optional<String> nearest = of(word, candidates);
    return nearest.isPresent()
        ? "did you mean " + nearest.get() + "?"
        : "known are: " + String.join(", ", candidates);
  }

  /** Letters to put in, take out, replace, or swap with their neighbour. */
  private static int distance(String left, String right) {
    int[] before = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    for (int j = 0; j <= right.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int[] now = new int[right.length() + 1];
      now[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        int same = left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(last[j - 1] + same, Math.min(last[j], now[j - 1]) + 1);
        if (isSwap(left, i, right, j)) {
          now[j] = Math.min(now[j], before[j - 2] + 1);
        }
      }
      before = last;
      last = now;
    }
    return last[right.length()];
  }

  private static boolean isSwap(String left, int i, String right, int j) {
    return i > 1
        && j > 1
        && left.charAt(i - 1) == right.charAt(j - 2)
        && left.charAt(i - 2) == right.charAt(j - 1);
  }
}
