package dev.sidecarctl.check.workload;

import java.util.Arrays;
import java.util.TimeZone;

/** The names of the IANA's time zones, as Java's copy of them has them. */
final class TimeZones {
  private TimeZones() {}

  static boolean isKnown(String name) {
    return Arrays.asList(TimeZone.getAvailableIDs()).contains(name);
  }
}
