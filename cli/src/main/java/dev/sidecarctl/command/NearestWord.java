package dev.sidecarctl.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Which of the known words somebody may have meant. */
final class NearestWord {
  private static final int MOST = 3;

  private NearestWord() {}

  /** The nearest of the known words, best first; empty when none is near. */
  static List<String> of(String word, Collection<String> known) {
    int limit = Math.max(1, word.length() / 3);
    List<String> near = new ArrayList<>();
    for (String candidate : known) {
      boolean begins = word.length() > 2 && candidate.startsWith(word);
      if (begins || distance(word, candidate) <= limit) {
        near.add(candidate);
      }
    }
    near.sort(Comparator.comparingInt(candidate -> distance(word, candidate)));
    return near.size() > MOST ? near.subList(0, MOST) : near;
  }

  /** {@code ; did you mean X or Y?}, or nothing when no known word is near. */
  static String question(String word, Collection<String> known) {
    List<String> near = of(word, known);
    return near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?";
  }

  /** Insertions, deletions, replacements and swaps of neighbours that make one word the other. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }
}
