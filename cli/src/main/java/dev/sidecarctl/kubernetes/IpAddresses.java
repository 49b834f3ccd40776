package dev.sidecarctl.kubernetes;

import java.util.ArrayList;
import java.util.List;

/** IP addresses as an API server takes them. */
public final class IpAddresses {
  private static final int PARTS = 4;
  private static final int HIGHEST = 255;
  private static final int GROUPS = 8;
  private static final int GROUP_DIGITS = 4;
  private static final int STRICT_SINCE = 36;

  private IpAddresses() {}

  /** The reasons against a text; from 1.36 on, leading zeros are one. */
  public static List<String> check(String text, KubernetesVersion version) {
    if (text.indexOf(':') >= 0 ? isV6(text) : isV4(text)) {
      boolean padded = text.indexOf(':') < 0 && hasLeadingZero(text);
      return padded && version.minor() >= STRICT_SINCE
          ? List.of("must not have leading 0s")
          : List.of();
    }
    return List.of("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
  }

  private static List<String> parts(String text, char separator) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, start)) {
      parts.add(text.substring(start, at));
      start = at + 1;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static boolean isV4(String text) {
    List<String> parts = parts(text, '.');
    for (String part : parts) {
      if (part.isEmpty() || part.length() > PARTS || !isNumber(part)) {
        return false;
      }
    }
    return parts.size() == PARTS;
  }

  private static boolean isNumber(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) < '0' || part.charAt(i) > '9') {
        return false;
      }
    }
    return Integer.parseInt(part) <= HIGHEST;
  }

  private static boolean hasLeadingZero(String text) {
    for (String part : parts(text, '.')) {
      if (part.length() > 1 && part.charAt(0) == '0') {
        return true;
      }
    }
    return false;
  }

  private static boolean isV6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int groups = gap < 0 ? 0 : groups(text.substring(0, gap)) + groups(text.substring(gap + 2));
    return gap < 0 ? groups(text) == GROUPS : groups >= 0 && groups < GROUPS;
  }

  /** How many groups of 16 bits a part has; far below 0 if it is none. */
  private static int groups(String part) {
    if (part.isEmpty()) {
      return 0;
    }
    int count = 0;
    List<String> groups = parts(part, ':');
    for (int i = 0; i < groups.size(); i++) {
      String group = groups.get(i);
      if (group.indexOf('.') >= 0 && i == groups.size() - 1 && isV4(group)) {
        count += 2;
      } else if (isHex(group)) {
        count++;
      } else {
        return Integer.MIN_VALUE / 2;
      }
    }
    return count;
  }

  private static boolean isHex(String group) {
    for (int i = 0; i < group.length(); i++) {
      if (Character.digit(group.charAt(i), 16) < 0) {
        return false;
      }
    }
    return !group.isEmpty() && group.length() <= GROUP_DIGITS;
  }
}
