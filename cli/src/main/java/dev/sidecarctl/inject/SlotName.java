package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Optional;

/**
 * How the record names the places whose text was replaced: as an item of the pod template, or, with
 * a slash in front, from the manifest's root.
 */
final class SlotName {
  private static final ItemPath ANNOTATIONS = ItemPath.of("metadata", "annotations");

  private SlotName() {}

  /** The name of a place in the workload's manifest; empty if the place is outside the workload. */
  static Optional<String> of(Workload workload, FieldPath place) {
    Optional<FieldPath> inManifest = behind(workload.at(), place);
    Optional<FieldPath> inPod = inManifest.flatMap(path -> behind(workload.podTemplate(), path));
    if (inPod.isPresent()) {
      return Optional.of(ItemPath.naming(workload.pod(), inPod.get()).toString());
    }
    return inManifest.map(path -> "/" + ItemPath.naming(workload.manifest(), path));
  }

  /** The name of the workload's own annotations. */
  static String ofAnnotations(Workload workload) {
    boolean podItself = workload.podTemplate().segments().isEmpty();
    return (podItself ? "" : "/") + ANNOTATIONS;
  }

  /** Whether a name counts from the manifest's root. */
  static boolean isRooted(String name) {
    return name.startsWith("/");
  }

  /** The items that a name consists of, without the slash in front. */
  static ItemPath path(String name) {
    return ItemPath.parse(isRooted(name) ? name.substring(1) : name);
  }

  /**
   * Where a name leads to in the document.
   *
   * @param manifest the workload's manifest as it is to be
   */
  static Optional<FieldPath> locate(String name, Workload workload, Value.Mapping manifest) {
    if (isRooted(name)) {
      return path(name).location(manifest).map(place -> workload.at().then(place));
    }
    Optional<Value> pod = workload.podTemplate().find(manifest);
    return pod.flatMap(path(name)::location)
        .map(place -> workload.at().then(workload.podTemplate()).then(place));
  }

  private static Optional<FieldPath> behind(FieldPath prefix, FieldPath path) {
    List<FieldPath.Segment> start = prefix.segments();
    List<FieldPath.Segment> all = path.segments();
    boolean inside = all.size() >= start.size() && all.subList(0, start.size()).equals(start);
    return inside
        ? Optional.of(new FieldPath(all.subList(start.size(), all.size())))
        : Optional.empty();
  }
}
