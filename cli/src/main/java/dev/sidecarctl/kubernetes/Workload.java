package dev.sidecarctl.kubernetes;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A manifest that makes pods.
 *
 * @param id what it is called
 * @param kind what is known of its kind
 * @param at the way from the document's root to the manifest; the root itself outside a List
 * @param manifest the whole object
 * @param podTemplate the way from the manifest to the mapping that holds the pod's {@code metadata}
 *     and {@code spec}; the manifest itself for a Pod
 */
public record Workload(
    ResourceId id, WorkloadKind kind, FieldPath at, Value.Mapping manifest, FieldPath podTemplate) {

  /** Where its name stands, or, where it has none, its kind; empty for one that code made. */
  public @Nullable Location nameLocation() {
    Optional<Value> name = manifest.mapping("metadata").find("name");
    Value shown = name.isPresent() ? name.get() : manifest.find("kind").orElse(manifest);
    return shown.origin().orElse(null);
  }

  /** The pod template's data; an empty mapping where the manifest has none. */
  public Value.Mapping pod() {
    Value.Mapping here = manifest;
    for (FieldPath.Segment segment : podTemplate.segments()) {
      here =
          segment instanceof FieldPath.Key key ? here.mapping(key.name()) : Value.Mapping.empty();
    }
    return here;
  }
}
