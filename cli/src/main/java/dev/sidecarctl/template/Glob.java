package dev.sidecarctl.template;

import java.util.List;

/**
 * Shell patterns over names: {@code *} stands for any characters, {@code ?} for one, {@code [a-z]}
 * for one of a set, {@code [!a-z]} for one that is not in it.
 */
public final class Glob {

  private Glob() {}

  /** Whether a text has a character that makes it a pattern rather than a name. */
  public static boolean isPattern(String text) {
    return text.indexOf('*') >= 0 || text.indexOf('?') >= 0 || text.indexOf('[') >= 0;
  }

  /** Whether every bracket is closed. */
  public static boolean isWellFormed(String glob) {
    for (int at = 0; at < glob.length(); at++) {
      if (glob.charAt(at) == '[') {
        at = setEnd(glob, at);
        if (at < 0) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether one of several patterns matches. */
  public static boolean anyMatches(List<String> globs, String text) {
    for (String glob : globs) {
      if (matches(glob, text)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pattern matches a whole text. Takes time in proportion to both lengths at worst. */
  public static boolean matches(String glob, String text) {
    int g = 0;
    int t = 0;
    int starGlob = -1;
    int starText = -1;
    while (t < text.length()) {
      if (g < glob.length() && glob.charAt(g) == '*') {
        starGlob = ++g;
        starText = t;
      } else if (g < glob.length() && matchesOne(glob, g, text.charAt(t))) {
        g = next(glob, g);
        t++;
      } else if (starGlob >= 0) {
        // Let the last star take one character more.
        g = starGlob;
        t = ++starText;
      } else {
        return false;
      }
    }
    while (g < glob.length() && glob.charAt(g) == '*') {
      g++;
    }
    return g == glob.length();
  }

  private static boolean matchesOne(String glob, int at, char c) {
    char sign = glob.charAt(at);
    int end = sign == '[' ? setEnd(glob, at) : -1;
    return end < 0 ? sign == '?' || sign == c : isInSet(glob, at + 1, end, c);
  }

  private static int next(String glob, int at) {
    int end = glob.charAt(at) == '[' ? setEnd(glob, at) : -1;
    return end < 0 ? at + 1 : end + 1;
  }

  /**
   * Where the bracket at {@code open} closes; -1 if nowhere. A bracket right at the start counts as
   * a member.
   */
  private static int setEnd(String glob, int open) {
    int first = isNegated(glob, open + 1) ? open + 2 : open + 1;
    return glob.indexOf(']', first + 1);
  }

  private static boolean isNegated(String glob, int start) {
    return start < glob.length() && (glob.charAt(start) == '!' || glob.charAt(start) == '^');
  }

  private static boolean isInSet(String glob, int start, int end, char c) {
    boolean negated = isNegated(glob, start);
    for (int at = negated ? start + 1 : start; at < end; at++) {
      boolean range = at + 2 < end && glob.charAt(at + 1) == '-';
      char low = glob.charAt(at);
      char high = range ? glob.charAt(at + 2) : low;
      if (c >= low && c <= high) {
        return !negated;
      }
      at += range ? 2 : 0;
    }
    return negated;
  }
}
