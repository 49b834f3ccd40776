package dev.sidecarctl.kubernetes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Points in time as an API server reads them: RFC 3339, with an offset. */
public final class Timestamps {
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.,][0-9]+)?"
              + "(?:Z|[+-]([0-9]{2}):([0-9]{2}))");
  private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int FEBRUARY = 2;
  private static final int MONTHS = 12;
  private static final int HOURS = 23;
  private static final int SIXTIETHS = 59;
  private static final int OFFSET_HOURS = 24;

  private Timestamps() {}

  /** Whether a text is one, on a day that the calendar has. */
  public static boolean isRfc3339(String text) {
    Matcher matcher = RFC_3339.matcher(text);
    if (!matcher.matches()) {
      return false;
    }
    int month = number(matcher, 2);
    return month >= 1
        && month <= MONTHS
        && number(matcher, 3) >= 1
        && number(matcher, 3) <= days(number(matcher, 1), month)
        && number(matcher, 4) <= HOURS
        && number(matcher, 5) <= SIXTIETHS
        && number(matcher, 6) <= SIXTIETHS
        && (matcher.group(7) == null
            || (number(matcher, 7) <= OFFSET_HOURS && number(matcher, 8) <= SIXTIETHS));
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static int days(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == FEBRUARY && leap ? DAYS[1] + 1 : DAYS[month - 1];
  }
}
