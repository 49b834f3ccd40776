package dev.sidecarctl.merge;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A container of a pod template.
 *
 * @param list the list that it stands in: {@code containers}, {@code initContainers} or {@code
 *     ephemeralContainers}
 * @param name empty if it has none
 * @param value the container itself
 */
record PodContainer(String list, String name, Value.Mapping value) {
  static final String CONTAINERS = "containers";
  static final String INIT_CONTAINERS = "initContainers";
  private static final List<String> LISTS =
      List.of(CONTAINERS, INIT_CONTAINERS, "ephemeralContainers");

  /** All containers of a pod template; they share one name space. */
  static List<PodContainer> all(Value.Mapping pod) {
    List<PodContainer> all = new ArrayList<>();
    for (String list : LISTS) {
      for (Value item : pod.mapping("spec").sequence(list).items()) {
        if (item instanceof Value.Mapping value) {
          all.add(new PodContainer(list, value.findText("name").orElse(""), value));
        }
      }
    }
    return all;
  }

  ItemPath path() {
    return ItemPath.of("spec", list, name);
  }

  boolean isInit() {
    return list.equals(INIT_CONTAINERS);
  }

  /** An init container that keeps running beside the others (restartPolicy: Always). */
  boolean isNativeSidecar() {
    return isInit() && value.says("restartPolicy", "Always");
  }

  /** Whether it runs as long as the pod does, and so holds its ports. */
  boolean staysUp() {
    return list.equals(CONTAINERS) || isNativeSidecar();
  }

  /** What to call it in a message, even without a name. */
  String called() {
    return "image " + value.findText("image").orElse("none");
  }
}
