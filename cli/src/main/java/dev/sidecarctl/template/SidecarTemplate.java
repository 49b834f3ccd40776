package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A template as its file says it, checked but not filled in. Immutable. */
public final class SidecarTemplate {

  /**
   * Reads all templates of a file.
   *
   * @throws dev.sidecarctl.diagnostic.RefusedException with everything that is wrong in it
   */
  public static List<SidecarTemplate> read(Source source) {
    throw new IllegalStateException("stub");
  }

  /** The sidecar's identity: a DNS-1123 label. */
  public String name() {
    throw new IllegalStateException("stub");
  }

  /** {@code spec.version}; empty when the template has none. */
  public String version() {
    throw new IllegalStateException("stub");
  }

  /** Where the template's name stands. */
  public Location at() {
    throw new IllegalStateException("stub");
  }

  /** Whether it intercepts the pod's traffic ({@code requires.podNetwork}). */
  public boolean requiresPodNetwork() {
    throw new IllegalStateException("stub");
  }

  /** The operating system it is for ({@code requires.os}); {@code linux} if not said. */
  public String requiredOs() {
    throw new IllegalStateException("stub");
  }

  /** Whether only workloads that ask for it by annotation get it ({@code match.policy: OptIn}). */
  public boolean isOptIn() {
    throw new IllegalStateException("stub");
  }

  /**
   * Why {@code match} (policy apart) does not select a workload; empty when it does.
   *
   * @param workload the workload
   * @param pod its pod template without what sidecars added
   * @param namespace the workload's namespace, or the one given with {@code -n}; empty if neither
   */
  public Optional<String> mismatch(Workload workload, Value.Mapping pod, String namespace) {
    throw new IllegalStateException("stub");
  }

  /**
   * Fills in the parameters.
   *
   * @param values what is given for this template on the command line, by parameter; already known
   *     to be of the parameter's type
   * @param annotated what the workload says, by parameter: values of the annotations {@code
   *     TEMPLATE.sidecarctl.dev/PARAMETER}
   * @param context what {@code $(workload.…)} and {@code $(container.…)} stand for
   * @throws dev.sidecarctl.diagnostic.RefusedException a wrong annotation, a missing parameter, a
   *     reference without a value
   */
  public RenderedTemplate render(
      Map<String, GivenValue> values, Map<String, Value> annotated, RenderContext context) {
    throw new IllegalStateException("stub");
  }
}
