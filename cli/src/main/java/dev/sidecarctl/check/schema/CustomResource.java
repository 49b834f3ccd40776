package dev.sidecarctl.check.schema;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind that a CustomResourceDefinition makes.
 *
 * @param group of the API
 * @param kind such as {@code Rollout}
 * @param namespaced whether its objects live in a namespace
 * @param versions the OpenAPI v3 schema of each version that is served
 */
public record CustomResource(
    String group, String kind, boolean namespaced, Map<String, Value.Mapping> versions) {

  /** Takes a copy. */
  public CustomResource {
    versions = new LinkedHashMap<>(versions);
  }

  /** Whether an object is a CustomResourceDefinition. */
  public static boolean isDefinition(Value.Mapping object) {
    return object.says("kind", "CustomResourceDefinition")
        && object.findText("apiVersion").orElse("").startsWith("apiextensions.k8s.io/");
  }

  /** Reads a CustomResourceDefinition, of whatever version of that API. */
  public static CustomResource of(Value.Mapping definition) {
    Value.Mapping spec = definition.mapping("spec");
    Value common = spec.mapping("validation").mapping("openAPIV3Schema");
    Map<String, Value.Mapping> versions = new LinkedHashMap<>();
    List<Value> items = new ArrayList<>(spec.sequence("versions").items());
    if (items.isEmpty()) {
      spec.find("version").ifPresent(name -> items.add(Value.Mapping.of(Map.of("name", name))));
    }
    for (Value item : items) {
      if (item instanceof Value.Mapping version && !isFalse(version.find("served").orElse(null))) {
        Value.Mapping own = version.mapping("schema").mapping("openAPIV3Schema");
        Value.Mapping schema = own.entries().isEmpty() ? (Value.Mapping) common : own;
        versions.put(version.findText("name").orElse(""), schema);
      }
    }
    return new CustomResource(
        spec.findText("group").orElse(""),
        spec.mapping("names").findText("kind").orElse(""),
        !spec.says("scope", "Cluster"),
        versions);
  }

  private static boolean isFalse(@Nullable Value value) {
    return value instanceof Value.Scalar scalar
        && scalar.kind() == Value.Kind.BOOLEAN
        && scalar.text().equals("false");
  }
}
