package dev.sidecarctl.check.pod;

import dev.sidecarctl.kubernetes.LabelNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The names of resources, and what each kind of them admits ({@code pkg/apis/core/helper}). */
final class ResourceNames {
  private static final String HUGE_PAGES = "hugepages-";
  private static final Set<String> OF_CONTAINERS = Set.of("cpu", "memory", "ephemeral-storage");
  private static final Set<String> COUNTED =
      Set.of(
          "pods",
          "services",
          "replicationcontrollers",
          "resourcequotas",
          "secrets",
          "configmaps",
          "persistentvolumeclaims",
          "services.nodeports",
          "services.loadbalancers");
  private static final Set<String> STANDARD =
      Set.of(
          "cpu",
          "memory",
          "ephemeral-storage",
          "storage",
          "requests.cpu",
          "requests.memory",
          "requests.storage",
          "requests.ephemeral-storage",
          "limits.cpu",
          "limits.memory",
          "limits.ephemeral-storage");

  private ResourceNames() {}

  /** The reasons against a name in a container ({@code ValidateContainerResourceName}). */
  static List<String> ofContainer(String name) {
    List<String> reasons = new ArrayList<>(LabelNames.qualified(name));
    boolean qualified = name.indexOf('/') >= 0;
    if (reasons.isEmpty() && !qualified && !isStandard(name)) {
      reasons.add("must be a standard resource type or fully qualified");
    }
    if (!qualified) {
      if (!OF_CONTAINERS.contains(name) && !name.startsWith(HUGE_PAGES)) {
        reasons.add("must be a standard resource for containers");
      }
    } else if (!isNative(name) && !isExtended(name)) {
      reasons.add("doesn't follow extended resource name standard");
    }
    return reasons;
  }

  private static boolean isStandard(String name) {
    return STANDARD.contains(name)
        || COUNTED.contains(name)
        || name.startsWith(HUGE_PAGES)
        || name.startsWith("requests." + HUGE_PAGES);
  }

  private static boolean isNative(String name) {
    return name.indexOf('/') < 0 || name.contains("kubernetes.io/");
  }

  private static boolean isExtended(String name) {
    return !isNative(name)
        && !name.startsWith("requests.")
        && LabelNames.qualified("requests." + name).isEmpty();
  }

  /** Whether half of it makes no sense. */
  static boolean isCounted(String name) {
    return COUNTED.contains(name) || isExtended(name);
  }

  /** Whether a limit may be higher than the request. */
  static boolean isOvercommitAllowed(String name) {
    return isNative(name) && !name.startsWith(HUGE_PAGES);
  }
}
