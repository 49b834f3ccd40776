package dev.sidecarctl.check;

import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import java.util.Optional;

/**
 * What objects are checked for.
 *
 * @param version of the API server
 * @param allowAlpha whether feature gates that are off by default are on
 * @param podSecurity which level pods have to keep; empty for what their Namespace says
 */
public record CheckSettings(
    KubernetesVersion version, boolean allowAlpha, Optional<PodSecurityLevel> podSecurity) {

  /** The same for a level that a Namespace says, unless one is given. */
  public CheckSettings within(Optional<PodSecurityLevel> ofNamespace) {
    return podSecurity.isPresent() || ofNamespace.isEmpty()
        ? this
        : new CheckSettings(version, allowAlpha, ofNamespace);
  }
}
