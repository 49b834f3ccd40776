package dev.sidecarctl.kubernetes;

/**
 * The name of an object in a cluster.
 *
 * @param apiVersion such as {@code apps/v1}
 * @param kind such as {@code Deployment}
 * @param namespace empty when the manifest has none
 * @param name empty when the manifest has none ({@code generateName} stands here with a star)
 */
public record ResourceId(String apiVersion, String kind, String namespace, String name) {

  /** {@code Deployment web}, or {@code Deployment shop/web} where a namespace is given. */
  public String describe() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
