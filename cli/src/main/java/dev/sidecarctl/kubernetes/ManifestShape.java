package dev.sidecarctl.kubernetes;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the parts of a workload that injection looks at have the shape that it relies on:
 * mappings, lists of mappings, names that are strings. A null counts as left out.
 */
final class ManifestShape {
  private static final List<String> POD_LISTS =
      List.of("containers", "initContainers", "ephemeralContainers", "volumes");
  private static final List<String> OTHER_POD_LISTS =
      List.of("imagePullSecrets", "hostAliases", "topologySpreadConstraints", "tolerations");
  private static final List<String> CONTAINER_LISTS =
      List.of("env", "envFrom", "ports", "volumeMounts", "volumeDevices");
  private static final List<String> METADATA_MAPS = List.of("labels", "annotations");

  private final List<Diagnostic> problems = new ArrayList<>();

  private ManifestShape() {}

  /** One diagnostic for each place that has another type than it should. */
  static List<Diagnostic> problems(Workload workload) {
    ManifestShape shape = new ManifestShape();
    Value.Mapping manifest = workload.manifest();
    shape.checkMetadata(manifest, FieldPath.root());
    Value.Mapping here = manifest;
    FieldPath at = FieldPath.root();
    for (FieldPath.Segment segment : workload.podTemplate().segments()) {
      if (segment instanceof FieldPath.Key key) {
        shape.mapping(here, key.name(), at);
        here = here.mapping(key.name());
        at = at.key(key.name());
      }
    }
    if (!at.segments().isEmpty()) {
      shape.checkMetadata(here, at);
    }
    shape.mapping(here, "spec", at);
    shape.checkPodSpec(here.mapping("spec"), at.key("spec"));
    return shape.problems;
  }

  private void checkMetadata(Value.Mapping holder, FieldPath at) {
    mapping(holder, "metadata", at);
    for (String map : METADATA_MAPS) {
      mapping(holder.mapping("metadata"), map, at.key("metadata"));
    }
  }

  private void checkPodSpec(Value.Mapping spec, FieldPath at) {
    for (String list : OTHER_POD_LISTS) {
      items(spec, list, at);
    }
    for (String list : POD_LISTS) {
      List<Value> items = items(spec, list, at);
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Value.Mapping item) {
          checkItem(item, at.key(list).index(i));
        }
      }
    }
  }

  private void checkItem(Value.Mapping item, FieldPath at) {
    Optional<Value> name = item.find("name");
    if (name.isPresent() && name.get().asText().isEmpty() && !name.get().isNull()) {
      complain(name.get(), at.key("name"), "a string", "put it in quotes");
    }
    for (String list : CONTAINER_LISTS) {
      items(item, list, at);
    }
  }

  private void mapping(Value.Mapping holder, String key, FieldPath at) {
    Optional<Value> value = holder.find(key);
    if (value.isPresent() && !(value.get() instanceof Value.Mapping) && !value.get().isNull()) {
      complain(value.get(), at.key(key), "a mapping", "");
    }
  }

  private List<Value> items(Value.Mapping holder, String key, FieldPath at) {
    Optional<Value> value = holder.find(key);
    if (value.isEmpty() || value.get().isNull()) {
      return List.of();
    }
    if (!(value.get() instanceof Value.Sequence sequence)) {
      complain(value.get(), at.key(key), "a list", "");
      return List.of();
    }
    for (int i = 0; i < sequence.items().size(); i++) {
      if (!(sequence.items().get(i) instanceof Value.Mapping)) {
        complain(sequence.items().get(i), at.key(key).index(i), "a mapping", "");
      }
    }
    return sequence.items();
  }

  private void complain(Value found, FieldPath at, String due, String help) {
    String message = at + " is " + TypeWords.of(found) + ", where " + due + " is due";
    problems.add(
        Diagnostic.error(Code.MANIFEST_TYPE, message, found.origin().orElse(null)).helping(help));
  }
}
