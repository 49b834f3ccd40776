package dev.sidecarctl.check.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Schedules of CronJobs, as the parser of an API server reads them ({@code robfig/cron}). */
final class CronSchedule {
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
  private static final Set<String> DESCRIPTORS =
      Set.of("@yearly", "@annually", "@monthly", "@weekly", "@daily", "@midnight", "@hourly");
  private static final int FIELDS = 5;
  private static final int MOST_DIGITS = 9;

  private static final List<Bounds> BOUNDS =
      List.of(
          new Bounds(0, 59, List.of(), 0),
          new Bounds(0, 23, List.of(), 0),
          new Bounds(1, 31, List.of(), 0),
          new Bounds(1, 12, MONTHS, 1),
          new Bounds(0, 6, DAYS, 0));

  /** What a field admits; the first of its names stands for a number. */
  private record Bounds(int lowest, int highest, List<String> names, int firstName) {}

  /** Thrown on the way out of a field that cannot be read. */
  private static final class NoScheduleException extends Exception {
    private static final long serialVersionUID = 1L;

    NoScheduleException(String message) {
      super(message, null, false, false);
    }
  }

  private CronSchedule() {}

  /** Why a text is no schedule; empty for one that is. */
  static Optional<String> problem(String text) {
    try {
      check(text);
      return Optional.empty();
    } catch (NoScheduleException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }

  private static void check(String text) throws NoScheduleException {
    String schedule = text;
    if (schedule.startsWith("TZ=") || schedule.startsWith("CRON_TZ=")) {
      int blank = schedule.indexOf(' ');
      if (blank < 0) {
        throw new NoScheduleException("expected exactly 5 fields, found 0: []");
      }
      schedule = schedule.substring(blank).strip();
    }
    if (schedule.startsWith("@")) {
      descriptor(schedule);
      return;
    }
    List<String> fields = words(schedule, " \t");
    if (fields.size() != FIELDS) {
      throw new NoScheduleException(
          "expected exactly 5 fields, found "
              + fields.size()
              + ": ["
              + String.join(" ", fields)
              + "]");
    }
    for (int i = 0; i < FIELDS; i++) {
      for (String part : words(fields.get(i), ",")) {
        range(part, BOUNDS.get(i));
      }
    }
  }

  private static void descriptor(String text) throws NoScheduleException {
    if (text.startsWith("@every ")) {
      if (!isDuration(text.substring("@every ".length()))) {
        throw new NoScheduleException("failed to parse duration " + text);
      }
    } else if (!DESCRIPTORS.contains(text)) {
      throw new NoScheduleException("unrecognized descriptor: " + text);
    }
  }

  /** Go's durations: {@code 1h30m}. */
  private static boolean isDuration(String text) {
    return text.matches("[-+]?(0|([0-9]+(\\.[0-9]*)?|\\.[0-9]+)(ns|us|µs|μs|ms|s|m|h))+");
  }

  /** {@code 5}, {@code 1-5}, {@code *}, each with {@code /2} behind it. */
  private static void range(String part, Bounds bounds) throws NoScheduleException {
    List<String> steps = pieces(part, '/');
    List<String> ends = pieces(steps.get(0), '-');
    long start;
    long end;
    boolean any = ends.get(0).equals("*") || ends.get(0).equals("?");
    if (any) {
      start = bounds.lowest();
      end = bounds.highest();
      if (ends.size() > 1) {
        throw new NoScheduleException("too many hyphens: " + part);
      }
    } else {
      start = number(ends.get(0), bounds);
      if (ends.size() > 2) {
        throw new NoScheduleException("too many hyphens: " + part);
      }
      end = ends.size() == 2 ? number(ends.get(1), bounds) : start;
    }
    long step = 1;
    if (steps.size() > 2) {
      throw new NoScheduleException("too many slashes: " + part);
    }
    if (steps.size() == 2) {
      step = number(steps.get(1), new Bounds(0, 0, List.of(), 0));
      if (!any && ends.size() == 1) {
        end = bounds.highest();
      }
    }
    limits(part, bounds, start, end, step);
  }

  private static void limits(String part, Bounds bounds, long start, long end, long step)
      throws NoScheduleException {
    if (start < bounds.lowest()) {
      throw new NoScheduleException(
          "beginning of range (" + start + ") below minimum (" + bounds.lowest() + "): " + part);
    }
    if (end > bounds.highest()) {
      throw new NoScheduleException(
          "end of range (" + end + ") above maximum (" + bounds.highest() + "): " + part);
    }
    if (start > end) {
      throw new NoScheduleException(
          "beginning of range (" + start + ") beyond end of range (" + end + "): " + part);
    }
    if (step == 0) {
      throw new NoScheduleException("step of range should be a positive number: " + part);
    }
  }

  private static long number(String text, Bounds bounds) throws NoScheduleException {
    int name = bounds.names().indexOf(text.toLowerCase(Locale.ROOT));
    if (name >= 0) {
      return (long) name + bounds.firstName();
    }
    if (text.isEmpty() || text.length() > MOST_DIGITS || !text.matches("[-+]?[0-9]+")) {
      throw new NoScheduleException("failed to parse int from " + text);
    }
    long number = Long.parseLong(text);
    if (number < 0) {
      throw new NoScheduleException("negative number (" + number + ") not allowed: " + text);
    }
    return number;
  }

  /** Everything between separators, nothing included. */
  private static List<String> pieces(String text, char separator) {
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
      pieces.add(text.substring(start, at));
      start = at + 1;
    }
    pieces.add(text.substring(start));
    return pieces;
  }

  /** What is left between separators where something is. */
  private static List<String> words(String text, String separators) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      if (i < text.length() && separators.indexOf(text.charAt(i)) < 0) {
        word.append(text.charAt(i));
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
