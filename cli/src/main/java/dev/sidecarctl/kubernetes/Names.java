package dev.sidecarctl.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

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

  private static final int SUBDOMAIN_LIMIT = 253;
  private static final String SUBDOMAIN_RULE =
      "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
          + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
          + " used for validation is"
          + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')";
  private static final Pattern RELAXED_SUBDOMAIN =
      Pattern.compile("_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*");
  private static final String DNS_1035_RULE =
      "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
          + " alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or"
          + " 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')";
  private static final String OLD_ENV_RULE =
      "a valid environment variable name must consist of alphabetic characters, digits, '_', '-',"
          + " or '.', and must not start with a digit (e.g. 'my.env-name',  or 'MY_ENV.NAME',  or"
          + " 'MyEnvName1', regex used for validation is '[-._a-zA-Z][-._a-zA-Z0-9]*')";
  private static final String CONFIG_KEY_RULE =
      "a valid config key must consist of alphanumeric characters, '-', '_' or '.' (e.g."
          + " 'key.name',  or 'KEY_NAME',  or 'key-name', regex used for validation is"
          + " '[-._a-zA-Z0-9]+')";
  private static final String HTTP_HEADER_RULE =
      "a valid HTTP header must consist of alphanumeric characters or '-' (e.g. 'X-Header-Name',"
          + " regex used for validation is '[-A-Za-z0-9]+')";

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

  /** Names of most objects: DNS-1123 subdomains. */
  public static List<String> subdomain(String name) {
    List<String> reasons = new ArrayList<>();
    if (name.length() > SUBDOMAIN_LIMIT) {
      reasons.add("must be no more than 253 characters");
    }
    if (!isSubdomain(name)) {
      reasons.add(SUBDOMAIN_RULE);
    }
    return reasons;
  }

  /** Search paths of DNS since 1.33: DNS-1123 subdomains whose labels may begin with {@code _}. */
  public static List<String> relaxedSubdomain(String name) {
    List<String> reasons = new ArrayList<>();
    if (name.length() > SUBDOMAIN_LIMIT) {
      reasons.add("must be no more than 253 characters");
    }
    if (!RELAXED_SUBDOMAIN.matcher(name).matches()) {
      reasons.add(
          "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '_',"
              + " '-' or '.', and must start and end with an alphanumeric character (e.g."
              + " 'example.com', regex used for validation is '"
              + RELAXED_SUBDOMAIN
              + "')");
    }
    return reasons;
  }

  /** Names of Services up to 1.35: DNS-1035 labels. */
  public static List<String> dns1035(String name) {
    List<String> reasons = new ArrayList<>();
    if (name.length() > LABEL_LIMIT) {
      reasons.add("must be no more than 63 characters");
    }
    if (!isLabel(name) || name.charAt(0) < 'a') {
      reasons.add(DNS_1035_RULE);
    }
    return reasons;
  }

  /** Names of environment variables, as 1.31 and older take them. */
  public static List<String> oldEnv(String name) {
    List<String> reasons = new ArrayList<>();
    boolean fits = !name.isEmpty() && !(name.charAt(0) >= '0' && name.charAt(0) <= '9');
    for (int i = 0; i < name.length(); i++) {
      fits &= isConfigKeyCharacter(name.charAt(i));
    }
    if (!fits) {
      reasons.add(OLD_ENV_RULE);
    }
    reasons.addAll(parentFolder(name));
    return reasons;
  }

  /** Keys of ConfigMaps and Secrets. */
  public static List<String> configKey(String key) {
    List<String> reasons = new ArrayList<>();
    if (key.length() > SUBDOMAIN_LIMIT) {
      reasons.add("must be no more than 253 characters");
    }
    boolean fits = !key.isEmpty();
    for (int i = 0; i < key.length(); i++) {
      fits &= isConfigKeyCharacter(key.charAt(i));
    }
    if (!fits) {
      reasons.add(CONFIG_KEY_RULE);
    }
    reasons.addAll(parentFolder(key));
    return reasons;
  }

  private static List<String> parentFolder(String name) {
    if (name.equals(".") || name.equals("..")) {
      return List.of("must not be '" + name + "'");
    }
    return name.startsWith("..") ? List.of("must not start with '..'") : List.of();
  }

  /** Names of HTTP headers. */
  public static List<String> httpHeader(String name) {
    boolean fits = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      fits &= isAlphanumeric(name.charAt(i)) || name.charAt(i) == '-';
    }
    return fits ? List.of() : List.of(HTTP_HEADER_RULE);
  }

  private static boolean isConfigKeyCharacter(char c) {
    return isAlphanumeric(c) || c == '-' || c == '_' || c == '.';
  }

  static boolean isAlphanumeric(char c) {
    return isLowerOrDigit(c) || (c >= 'A' && c <= 'Z');
  }

  static boolean isSubdomain(String name) {
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
