package dev.sidecarctl.kubernetes;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that the API server admits in a pod. Each check gives the reasons against a name in the
 * API server's own words (Kubernetes 1.36), none for a good one.
 */
public final class Names {
  private static final int LABEL_LIMIT = 63;
  private static final int PORT_LIMIT = 15;

  private static final String LABEL_RULE =
      "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
          + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
          + " regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";
  private static final String ENV_RULE =
      "a valid environment variable name must consist only of printable ASCII characters other"
          + " than '='";

  private Names() {}

  /** Names of containers and volumes: DNS-1123 labels. */
  public static List<String> label(String name) {
    List<String> reasons = new ArrayList<>();
    if (name.length() > LABEL_LIMIT) {
      reasons.add("must be no more than 63 characters");
    }
    if (!isLabel(name)) {
      // The server tells a name that would be a subdomain only that it has dots.
      reasons.add(isSubdomain(name) ? "must not contain dots" : LABEL_RULE);
    }
    return reasons;
  }

  /** Names of ports: IANA service names. */
  public static List<String> port(String name) {
    List<String> reasons = new ArrayList<>();
    if (name.length() > PORT_LIMIT) {
      reasons.add("must be no more than 15 characters");
    }
    if (!hasOnlyPortCharacters(name)) {
      reasons.add("must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)");
    }
    if (!hasLetter(name)) {
      reasons.add("must contain at least one letter (a-z)");
    }
    if (name.contains("--")) {
      reasons.add("must not contain consecutive hyphens");
    }
    if (name.startsWith("-") || name.endsWith("-")) {
      reasons.add("must not begin or end with a hyphen");
    }
    return reasons;
  }

  /** Names of environment variables, as 1.32 and later take them. */
  public static List<String> env(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c < ' ' || c > '~' || c == '=') {
        return List.of(ENV_RULE);
      }
    }
    return name.isEmpty() ? List.of(ENV_RULE) : List.of();
  }

  /** Whether a text is a DNS-1123 label, its length left aside. */
  private static boolean isLabel(String name) {
    return isLabel(name, 0, name.length());
  }

  private static boolean isLabel(String name, int start, int end) {
    if (start == end || name.charAt(start) == '-' || name.charAt(end - 1) == '-') {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (!isLowerOrDigit(name.charAt(i)) && name.charAt(i) != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isSubdomain(String name) {
    int start = 0;
    while (true) {
      int dot = name.indexOf('.', start);
      if (!isLabel(name, start, dot < 0 ? name.length() : dot)) {
        return false;
      }
      if (dot < 0) {
        return true;
      }
      start = dot + 1;
    }
  }

  private static boolean hasOnlyPortCharacters(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (!isLowerOrDigit(name.charAt(i)) && name.charAt(i) != '-') {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private static boolean hasLetter(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) >= 'a' && name.charAt(i) <= 'z') {
        return true;
      }
    }
    return false;
  }

  private static boolean isLowerOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  }
}
