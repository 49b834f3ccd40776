package dev.sidecarctl.check.workload;

/** Indexes of a Job in ascending order: {@code 1,3-5,7}. */
final class IndexRanges {
  private static final int MOST_DIGITS = 9;

  private IndexRanges() {}

  /**
   * How many indexes a text means; -1 if it means none.
   *
   * @param completions all indexes are lower
   */
  static long count(String text, long completions) {
    long total = 0;
    long last = -1;
    int start = 0;
    while (!text.isEmpty() && start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String part = text.substring(start, end);
      int dash = part.indexOf('-');
      long first = number(dash < 0 ? part : part.substring(0, dash));
      long second = dash < 0 ? first : number(part.substring(dash + 1));
      boolean ascending = first > last && (dash < 0 || second > first);
      if (first < 0 || second < 0 || !ascending || second >= completions) {
        return -1;
      }
      total += second - first + 1;
      last = second;
      start = end + 1;
    }
    return total;
  }

  private static long number(String digits) {
    for (int i = 0; i < digits.length(); i++) {
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') {
        return -1;
      }
    }
    boolean fits = !digits.isEmpty() && digits.length() <= MOST_DIGITS;
    return fits ? Long.parseLong(digits) : -1;
  }
}
