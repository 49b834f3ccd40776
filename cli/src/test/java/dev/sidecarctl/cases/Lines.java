package dev.sidecarctl.cases;

import java.util.ArrayList;
import java.util.List;

/** The lines of two texts compared, their ends left out of account. */
final class Lines {
  private Lines() {}

  /** Lines of the one text that are not, in this order, in the other: as few as can be. */
  static List<String> lost(String before, String after) {
    List<String> left = before.lines().toList();
    List<String> right = after.lines().toList();
    int[][] common = lengths(left, right);
    List<String> lost = new ArrayList<>();
    int j = 0;
    for (int i = 0; i < left.size(); i++) {
      while (j < right.size()
          && !left.get(i).equals(right.get(j))
          && common[i][j + 1] == common[i][j]) {
        j++;
      }
      boolean kept = j < right.size() && left.get(i).equals(right.get(j));
      if (kept) {
        j++;
      } else {
        lost.add(left.get(i));
      }
    }
    return lost;
  }

  /** How many lines the rests of the two texts have in common. */
  private static int[][] lengths(List<String> left, List<String> right) {
    int[][] common = new int[left.size() + 1][right.size() + 1];
    for (int i = left.size() - 1; i >= 0; i--) {
      for (int j = right.size() - 1; j >= 0; j--) {
        common[i][j] =
            left.get(i).equals(right.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }
}
