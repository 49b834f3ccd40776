package dev.sidecarctl.kubernetes;

import java.util.Optional;

/**
 * A minor version of Kubernetes 1.
 *
 * @param minor 27 or more; one beyond {@link #NEWEST} is treated like that
 */
public record KubernetesVersion(int minor) {
  private static final int OLDEST_MINOR = 27;

  /** The newest version whose rules this build knows. */
  public static final KubernetesVersion NEWEST = new KubernetesVersion(36);

  /** The oldest version that is accepted. */
  public static final KubernetesVersion OLDEST = new KubernetesVersion(OLDEST_MINOR);

  /**
   * Reads {@code 1.31}, {@code v1.31.4} or {@code v1.31.4-eks-1}; what follows the minor version
   * does not count. Empty if the text is none of these, or older than {@link #OLDEST}.
   */
  public static Optional<KubernetesVersion> parse(String text) {
    int at = text.startsWith("v") ? 1 : 0;
    if (!text.startsWith("1.", at)) {
      return Optional.empty();
    }
    at += 2;
    int end = at;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    if (end == at || end - at > 4 || !isRest(text, end)) {
      return Optional.empty();
    }
    int minor = Integer.parseInt(text.substring(at, end));
    return minor < OLDEST_MINOR ? Optional.empty() : Optional.of(new KubernetesVersion(minor));
  }

  /** What may follow the minor: nothing, a patch level, and a vendor's words behind - or +. */
  private static boolean isRest(String text, int start) {
    int at = start;
    if (at < text.length() && text.charAt(at) == '.') {
      int digits = at + 1;
      at = digits;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      if (at == digits) {
        return false;
      }
    }
    return at == text.length()
        || (at + 1 < text.length() && (text.charAt(at) == '-' || text.charAt(at) == '+'));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Whether native sidecars work without a feature gate (1.29 on). */
  public boolean hasNativeSidecars() {
    return minor >= 29;
  }

  @Override
  public String toString() {
    return "1." + minor;
  }
}
