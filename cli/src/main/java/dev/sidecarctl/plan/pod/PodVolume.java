package dev.sidecarctl.plan.pod;

import java.util.List;

/**
 * A volume of a pod.
 *
 * @param name its name
 * @param source what it is, in few words: {@code emptyDir}
 * @param injected whether sidecarctl put it there, or is to
 * @param mounts where it is mounted
 */
public record PodVolume(String name, String source, boolean injected, List<Mount> mounts) {

  /**
   * A mount.
   *
   * @param container the container's name
   * @param path where in it
   * @param readOnly whether it may only be read there
   * @param injected whether sidecarctl put the mount there, be it with its container
   */
  public record Mount(String container, String path, boolean readOnly, boolean injected) {}
}
