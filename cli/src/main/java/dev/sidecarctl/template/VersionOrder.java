package dev.sidecarctl.template;

import java.math.BigInteger;

/**
 * The order of versions that are made of numbers, as in semver.org: {@code 1.4.0}, {@code v2},
 * {@code 1.5.0-rc.1} before {@code 1.5.0}. What stands behind a plus sign does not count.
 */
public final class VersionOrder {

  private VersionOrder() {}

  /** Whether a text is such a version. */
  static boolean isVersion(String text) {
    return numbers(text).length > 0;
  }

  /** Whether one version is older than another; never where one of them is no such version. */
  public static boolean isOlder(String version, String than) {
    String[] left = numbers(version);
    String[] right = numbers(than);
    if (left.length == 0 || right.length == 0) {
      return false;
    }
    for (int i = 0; i < Math.max(left.length, right.length); i++) {
      int order =
          compareNumbers(i < left.length ? left[i] : "0", i < right.length ? right[i] : "0");
      if (order != 0) {
        return order < 0;
      }
    }
    return comparePreReleases(preRelease(version), preRelease(than)) < 0;
  }

  /** The numbers in front; none where something else is among them. */
  private static String[] numbers(String version) {
    String core = version.startsWith("v") ? version.substring(1) : version;
    int end = 0;
    while (end < core.length() && core.charAt(end) != '-' && core.charAt(end) != '+') {
      end++;
    }
    String[] numbers = core.substring(0, end).split("\\.", -1);
    for (String number : numbers) {
      if (!isNumber(number)) {
        return new String[0];
      }
    }
    return numbers;
  }

  private static String preRelease(String version) {
    int plus = version.indexOf('+');
    String bare = plus < 0 ? version : version.substring(0, plus);
    int hyphen = bare.indexOf('-');
    return hyphen < 0 ? "" : bare.substring(hyphen + 1);
  }

  /** A release comes behind its pre-releases; numbers come before words. */
  private static int comparePreReleases(String left, String right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    String[] lefts = left.split("\\.", -1);
    String[] rights = right.split("\\.", -1);
    for (int i = 0; i < Math.min(lefts.length, rights.length); i++) {
      boolean number = isNumber(lefts[i]);
      int order =
          number == isNumber(rights[i])
              ? number ? compareNumbers(lefts[i], rights[i]) : lefts[i].compareTo(rights[i])
              : number ? -1 : 1;
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(lefts.length, rights.length);
  }

  private static boolean isNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }

  private static int compareNumbers(String left, String right) {
    return new BigInteger(left).compareTo(new BigInteger(right));
  }
}
