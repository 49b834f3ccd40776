package dev.sidecarctl.template;

import java.util.List;

/**
 * Which containers a target means. Globs over names; a glob never means a sidecar, an exact name
 * may.
 *
 * @param containers globs among the containers
 * @param initContainers globs among the init containers
 */
public record TargetSelector(List<String> containers, List<String> initContainers) {

  /**
   * Whether a container is meant.
   *
   * @param name its name
   * @param init whether it stands among the init containers
   * @param application whether it is the application's own, not a sidecar of whatever origin
   */
  public boolean selects(String name, boolean init, boolean application) {
    throw new IllegalStateException("stub");
  }
}
