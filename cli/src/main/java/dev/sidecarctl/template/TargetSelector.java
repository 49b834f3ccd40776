package dev.sidecarctl.template;

import java.util.List;

/**
 * Which containers a target means. Globs over names; a glob never means a sidecar, an exact name
 * may. Where neither list is given, every container of the application is meant, no init container.
 *
 * @param containers globs among the containers
 * @param initContainers globs among the init containers
 */
public record TargetSelector(List<String> containers, List<String> initContainers) {

  /** Every container of the application, and no init container. */
  public static final TargetSelector EVERY_CONTAINER = new TargetSelector(List.of(), List.of());

  /** Takes copies. */
  public TargetSelector {
    containers = List.copyOf(containers);
    initContainers = List.copyOf(initContainers);
  }

  /**
   * Whether a container is meant.
   *
   * @param name its name
   * @param init whether it stands among the init containers
   * @param application whether it is the application's own, not a sidecar of whatever origin
   */
  public boolean selects(String name, boolean init, boolean application) {
    if (containers.isEmpty() && initContainers.isEmpty()) {
      return application && !init;
    }
    for (String wanted : init ? initContainers : containers) {
      boolean means =
          Glob.isPattern(wanted) ? application && Glob.matches(wanted, name) : wanted.equals(name);
      if (means) {
        return true;
      }
    }
    return false;
  }
}
