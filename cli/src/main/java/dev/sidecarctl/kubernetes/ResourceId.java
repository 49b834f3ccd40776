package dev.sidecarctl.kubernetes;

import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/**
 * The name of an object in a cluster.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 * @param namespace empty when the manifest has none
 * @param name empty when the manifest has none ({@code generateName} stands here with a star)
 */
public record ResourceId(String apiVersion, String kind, String namespace, String name) {

  /** The name of a manifest whose {@code apiVersion} and {@code kind} are known. */
  public static ResourceId of(String apiVersion, String kind, Value.Mapping manifest) {
    Value.Mapping metadata = manifest.mapping("metadata");
    Optional<String> name = metadata.findText("name");
    if (name.isEmpty()) {
      name = metadata.findText("generateName").map(prefix -> prefix + "*");
    }
    return new ResourceId(
        apiVersion, kind, metadata.findText("namespace").orElse(""), name.orElse(""));
  }

  /** Whether the cluster is to make the name up ({@code generateName}). */
  public boolean isGenerated() {
    return name.endsWith("*");
  }

  /**
   * {@code Deployment web}, or {@code Deployment shop/web} where a namespace is given; the kind
   * alone where there is no name.
   */
  public String describe() {
    if (name.isEmpty()) {
      return kind;
    }
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
