package dev.sidecarctl.plan.pod;

/** What a container is in its pod. */
public enum Role {
  /** Runs to its end before the next one starts. */
  INIT("init container"),
  /** An init container that runs on ({@code restartPolicy: Always}). */
  NATIVE_SIDECAR("native sidecar"),
  /** One of the pod's containers that sidecarctl put there. */
  SIDECAR("sidecar"),
  /** One of the pod's containers. */
  CONTAINER("container");

  private final String words;

  Role(String words) {
    this.words = words;
  }

  /** In words. */
  public String words() {
    return words;
  }
}
