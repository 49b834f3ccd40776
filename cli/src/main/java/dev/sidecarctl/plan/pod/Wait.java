package dev.sidecarctl.plan.pod;

/**
 * What a container waits for.
 *
 * @param container the other container
 * @param until when it need not wait any longer
 * @param probe the startup probe, as {@link Probes} words it; empty where there is none
 */
public record Wait(String container, Until until, String probe) {

  /** The event that is waited for. */
  public enum Until {
    /** The other one has ended, and well. */
    ENDED("ends"),
    /** Its process was started. */
    RUNNING("is running"),
    /** Its startup probe has succeeded. */
    STARTED("has started"),
    /** Its {@code postStart} hook has ended. */
    HOOKED("is through with its postStart hook");

    private final String words;

    Until(String words) {
      this.words = words;
    }

    /** In words, behind the other container's name. */
    public String words() {
      return words;
    }
  }

  /** {@code proxy has started: GET :15021/ready}. */
  public String describe() {
    return container + " " + until.words() + (probe.isEmpty() ? "" : ": " + probe);
  }
}
