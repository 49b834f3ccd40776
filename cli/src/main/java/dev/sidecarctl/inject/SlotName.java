package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How the record names the places whose text was replaced: as an item of the pod template, or, with
 * a slash in front, from the manifest's root.
 */
final class SlotName {
  private static final ItemPath METADATA = ItemPath.of("metadata");

  private SlotName() {}

  /** The name of a place in the workload's manifest; empty if the place is outside the workload. */
  static Optional<String> of(Workload workload, FieldPath place) {
    Optional<FieldPath> inManifest = behind(workload.at(), place);
    if (inManifest.isEmpty()) {
      return Optional.empty();
    }
    Optional<FieldPath> inPod = behind(workload.podTemplate(), inManifest.get());
    return Optional.of(
        inPod.isPresent()
            ? ItemPath.naming(workload.pod(), inPod.get()).toString()
            : "/" + ItemPath.naming(workload.manifest(), inManifest.get()));
  }

  /**
   * The path in the manifest of a place outside its pod template, or, where the manifest is its own
   * pod template, of its metadata; empty for all others.
   */
  static Optional<String> inManifest(Workload workload, String name) {
    if (isRooted(name)) {
      return Optional.of(name.substring(1));
    }
    boolean podItself = workload.podTemplate().segments().isEmpty();
    return podItself && path(name).within(METADATA) ? Optional.of(name) : Optional.empty();
  }

  /** The replaced texts of such places, by their path in the manifest. */
  static Map<String, String> inManifest(Workload workload, InjectionRecord record) {
    Map<String, String> texts = new HashMap<>();
    for (Map.Entry<String, String> text : record.was().entrySet()) {
      inManifest(workload, text.getKey()).ifPresent(path -> texts.put(path, text.getValue()));
    }
    return texts;
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
