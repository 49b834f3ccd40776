package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Optional;

/**
 * A template with its parameters filled in for one workload. Every value carries the place in the
 * template that it comes from.
 *
 * @param name the sidecar's identity
 * @param version empty when the template has none
 * @param at where the template's name stands
 * @param sidecars native where the cluster has native sidecars, else ordinary containers
 * @param containers always ordinary containers
 * @param initContainers exactly as written
 * @param volumes each a volume of the pod
 * @param targets what the application's own containers get
 * @param pod anything else of the pod template: a mapping of {@code metadata} and {@code spec}
 * @param placement where its containers go when an item says nothing of its own
 * @param onConflict what is done about a conflict of which its part says nothing; empty if not said
 */
public record RenderedTemplate(
    String name,
    String version,
    Location at,
    List<ContainerItem> sidecars,
    List<ContainerItem> containers,
    List<ContainerItem> initContainers,
    List<Part> volumes,
    List<Target> targets,
    Part pod,
    Placement placement,
    Optional<ConflictPolicy> onConflict) {

  /**
   * A container of a template.
   *
   * @param name its name, non-empty, a DNS-1123 label
   * @param part the container as Kubernetes takes it (without {@code before} and {@code after})
   * @param placement where it goes
   */
  public record ContainerItem(String name, Part part, Placement placement) {

    /** The container as Kubernetes takes it. */
    public Value.Mapping value() {
      return part.value();
    }
  }

  /**
   * What some of the application's containers get.
   *
   * @param selector which of them
   * @param part a mapping of {@code volumeMounts}, {@code env}, {@code envFrom}, {@code ports} and
   *     so on, as in a container; variables, mounts and ports are {@link Part parts} themselves
   */
  public record Target(TargetSelector selector, Part part) {

    /** What a container gets. */
    public Value.Mapping additions() {
      return part.value();
    }
  }
}
