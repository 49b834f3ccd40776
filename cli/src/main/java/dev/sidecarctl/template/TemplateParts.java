package dev.sidecarctl.template;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a template adds, its references not filled in yet.
 *
 * @param sidecars native where the cluster has native sidecars
 * @param containers always ordinary containers
 * @param initContainers exactly as written
 * @param volumes volumes of the pod
 * @param targets with their selectors
 * @param pod {@code metadata} and {@code spec}
 * @param first whether {@code placement} is First
 * @param onConflict what is done about conflicts; empty if not said
 */
record TemplateParts(
    List<Value.Mapping> sidecars,
    List<Value.Mapping> containers,
    List<Value.Mapping> initContainers,
    List<Value.Mapping> volumes,
    List<Value.Mapping> targets,
    Value.Mapping pod,
    boolean first,
    Optional<ConflictPolicy> onConflict) {

  static TemplateParts of(Value.Mapping spec) {
    return new TemplateParts(
        mappings(spec, "sidecars"),
        mappings(spec, "containers"),
        mappings(spec, "initContainers"),
        mappings(spec, "volumes"),
        mappings(spec, "targets"),
        spec.mapping("pod"),
        spec.says(PartsCheck.PLACEMENT, "First"),
        Part.onConflict(spec));
  }

  private static List<Value.Mapping> mappings(Value.Mapping spec, String key) {
    List<Value.Mapping> mappings = new ArrayList<>();
    for (Value item : spec.sequence(key).items()) {
      if (item instanceof Value.Mapping mapping) {
        mappings.add(mapping);
      }
    }
    return mappings;
  }

  /** The names of its containers and volumes by the key that they stand under, where any do. */
  Map<String, List<String>> names() {
    Map<String, List<String>> names = new LinkedHashMap<>();
    putNames("sidecars", sidecars, names);
    putNames("containers", containers, names);
    putNames("initContainers", initContainers, names);
    putNames("volumes", volumes, names);
    return names;
  }

  private static void putNames(
      String key, List<Value.Mapping> items, Map<String, List<String>> names) {
    if (!items.isEmpty()) {
      names.put(key, items.stream().map(item -> item.findText("name").orElse("")).toList());
    }
  }

  /** Whether a pod could get anything at all from it. */
  boolean addsSomething() {
    if (!sidecars.isEmpty() || !containers.isEmpty() || !initContainers.isEmpty()) {
      return true;
    }
    if (!volumes.isEmpty() || !isHollow(Written.bare(pod).without(Part.ON_CONFLICT))) {
      return true;
    }
    for (Value.Mapping target : targets) {
      Value.Mapping additions = target.without("containers").without("initContainers");
      if (!isHollow(Written.bare(additions).without(Part.ON_CONFLICT))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a value consists of nulls and empty collections alone. */
  private static boolean isHollow(Value value) {
    if (value instanceof Value.Mapping mapping) {
      for (Value entry : mapping.entries().values()) {
        if (!isHollow(entry)) {
          return false;
        }
      }
      return true;
    }
    return value instanceof Value.Sequence list ? list.items().isEmpty() : value.isNull();
  }
}
