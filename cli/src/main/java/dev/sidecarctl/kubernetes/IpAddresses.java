package dev.sidecarctl.kubernetes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** IP addresses as an API server takes them. */
public final class IpAddresses {
  private static final int PARTS = 4;
  private static final int HIGHEST = 255;
  private static final int GROUPS = 8;
  private static final int GROUP_DIGITS = 4;
  private static final int STRICT_SINCE = 36;

  private IpAddresses() {}

  /** The reasons against a text; from 1.36 on, leading zeros are one, and IPv4 in IPv6 another. */
  public static List<String> check(String text, KubernetesVersion version) {
    if (text.indexOf(':') >= 0 ? isV6(text) : isV4(text)) {
      if (version.minor() < STRICT_SINCE) {
        return List.of();
      }
      if (isMapped(text)) {
        return List.of("must not be an IPv4-mapped IPv6 address");
      }
      return !isSix(text) && hasLeadingZero(text) ? List.of("must not have leading 0s") : List.of();
    }
    return List.of("must be a valid IP address, (e.g. 10.9.8.7 or 2001:db8::ffff)");
  }

  /** The reasons against a range such as {@code 10.0.0.0/8}; from 1.36 on, stricter ones. */
  public static List<String> checkRange(String text, KubernetesVersion version) {
    int slash = text.indexOf('/');
    String address = text.substring(0, Math.max(0, slash));
    String length = text.substring(slash + 1);
    boolean six = isSix(address);
    int most = six ? GROUPS * Short.SIZE : PARTS * Byte.SIZE;
    boolean known = six ? isV6(address) : isV4(address);
    if (!known || length.length() > 3 || !isDigits(length) || Integer.parseInt(length) > most) {
      return List.of("must be a valid CIDR value, (e.g. 10.9.8.0/24 or 2001:db8::/64)");
    }
    if (version.minor() < STRICT_SINCE) {
      return List.of();
    }
    boolean padded = length.length() > 1 && length.charAt(0) == '0';
    if (padded || (!six && hasLeadingZero(address))) {
      return List.of("must not have leading 0s in IP or prefix length");
    }
    if (isMapped(address)) {
      return List.of("must not have an IPv4-mapped IPv6 address");
    }
    return hasBitsBeyond(bits(address), Integer.parseInt(length))
        ? List.of("must not have bits set beyond the prefix length")
        : List.of();
  }

  /** The reasons why no traffic from elsewhere can have a valid address as its goal. */
  public static List<String> reach(String text) {
    int[] bits = bits(text);
    List<String> reasons = new ArrayList<>();
    if (!hasBitsBeyond(bits, 0)) {
      reasons.add("may not be unspecified (" + text + ")");
    }
    boolean six = bits.length == GROUPS;
    int[] one = new int[] {0, 0, 0, 0, 0, 0, 0, 1};
    if (six ? Arrays.equals(bits, one) : bits[0] == 127) {
      reasons.add("may not be in the loopback range (127.0.0.0/8, ::1/128)");
    }
    if (six ? (bits[0] & 0xffc0) == 0xfe80 : bits[0] == 169 && bits[1] == 254) {
      reasons.add("may not be in the link-local range (169.254.0.0/16, fe80::/10)");
    }
    if (six ? (bits[0] & 0xff0f) == 0xff02 : bits[0] == 224 && bits[1] == 0 && bits[2] == 0) {
      reasons.add("may not be in the link-local multicast range (224.0.0.0/24, ff02::/10)");
    }
    return reasons;
  }

  /** Whether a valid address is one of 128 bits. */
  public static boolean isSix(String text) {
    return text.indexOf(':') >= 0;
  }

  private static boolean isMapped(String text) {
    int[] bits = bits(text);
    int zeros = 0;
    while (zeros < bits.length && bits[zeros] == 0) {
      zeros++;
    }
    return bits.length == GROUPS && zeros == 5 && bits[zeros] == 0xffff;
  }

  private static boolean hasBitsBeyond(int[] bits, int length) {
    int width = bits.length == GROUPS ? Short.SIZE : Byte.SIZE;
    for (int i = 0; i < bits.length; i++) {
      int beyond = Math.max(0, Math.min(width, (i + 1) * width - length));
      if ((bits[i] & ((1 << beyond) - 1)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Four bytes, or eight groups of 16 bits, of a valid address. */
  private static int[] bits(String text) {
    if (!isSix(text)) {
      return numbers(parts(text, '.'), 10);
    }
    int gap = text.indexOf("::");
    int[] head = groupNumbers(gap < 0 ? text : text.substring(0, gap));
    int[] tail = gap < 0 ? new int[0] : groupNumbers(text.substring(gap + 2));
    int[] bits = new int[GROUPS];
    System.arraycopy(head, 0, bits, 0, head.length);
    System.arraycopy(tail, 0, bits, GROUPS - tail.length, tail.length);
    return bits;
  }

  private static int[] groupNumbers(String part) {
    if (part.isEmpty()) {
      return new int[0];
    }
    List<String> groups = parts(part, ':');
    String last = groups.get(groups.size() - 1);
    if (last.indexOf('.') >= 0) {
      int[] four = numbers(parts(last, '.'), 10);
      groups.set(groups.size() - 1, Integer.toHexString(four[0] << Byte.SIZE | four[1]));
      groups.add(Integer.toHexString(four[2] << Byte.SIZE | four[3]));
    }
    return numbers(groups, 16);
  }

  private static int[] numbers(List<String> parts, int radix) {
    int[] numbers = new int[parts.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(parts.get(i), radix);
    }
    return numbers;
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
    return isDigits(part) && Integer.parseInt(part) <= HIGHEST;
  }

  private static boolean isDigits(String part) {
    for (int i = 0; i < part.length(); i++) {
      if (part.charAt(i) < '0' || part.charAt(i) > '9') {
        return false;
      }
    }
    return !part.isEmpty();
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
