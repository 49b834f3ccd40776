package dev.sidecarctl.kubernetes;

import java.util.Optional;

/**
 * A minor version of Kubernetes 1.
 *
 * @param minor 27 to the newest; newer ones are taken as given
 */
public record KubernetesVersion(int minor) {
  /** The newest version whose rules this build knows. */
  public static final KubernetesVersion NEWEST = new KubernetesVersion(36);

  /** Reads {@code 1.31}, {@code v1.31.4} or {@code v1.31.4-eks-1}; empty if it is none of these. */
  public static Optional<KubernetesVersion> parse(String text) {
    throw new IllegalStateException("stub");
  }

  /** Whether native sidecars work without a feature gate (1.29 on). */
  public boolean hasNativeSidecars() {
    return minor >= 29;
  }
}
