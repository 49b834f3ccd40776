package dev.sidecarctl.kubernetes;

import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.ItemKeys;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The identity of items of a pod's lists, by the list-map keys of Kubernetes' OpenAPI description.
 * A list is known by the name of its field, which means the same wherever it stands in a pod.
 */
public final class ListMapKeys implements ItemKeys {
  /** Stands for the name of a container that has none. */
  public static final String NAMELESS = "";

  private static final Set<String> NAMED =
      Set.of(
          "containers",
          "initContainers",
          "ephemeralContainers",
          "volumes",
          "env",
          "imagePullSecrets",
          "resourceClaims",
          "schedulingGates");

  private static final Set<String> KEYED_OTHERWISE =
      Set.of("volumeMounts", "volumeDevices", "ports", "hostAliases", "topologySpreadConstraints");

  @Override
  public Optional<String> key(FieldPath list, Value item) {
    List<FieldPath.Segment> segments = list.segments();
    if (segments.isEmpty() || !(item instanceof Value.Mapping mapping)) {
      return Optional.empty();
    }
    if (!(segments.get(segments.size() - 1) instanceof FieldPath.Key field)) {
      return Optional.empty();
    }
    Optional<String> key = key(field.name(), mapping);
    return key.isEmpty() && holdsContainers(field.name()) ? Optional.of(NAMELESS) : key;
  }

  /** Whether the items of a list are containers; Knative allows one without a name among them. */
  public static boolean holdsContainers(String listField) {
    return listField.equals("containers")
        || listField.equals("initContainers")
        || listField.equals("ephemeralContainers");
  }

  /**
   * The identity of an item: {@code log-collector}, {@code /var/log/app}, {@code 8080/TCP}.
   *
   * @param listField the list's field, such as {@code volumeMounts}
   * @return empty when items of that list have no identity but their whole value, or the item lacks
   *     the field that it is known by
   */
  public static Optional<String> key(String listField, Value.Mapping item) {
    if (NAMED.contains(listField)) {
      return item.findText("name");
    }
    return switch (listField) {
      case "volumeMounts" -> item.findText("mountPath").map(ListMapKeys::normalPath);
      case "volumeDevices" -> item.findText("devicePath").map(ListMapKeys::normalPath);
      case "ports" -> port(item);
      case "hostAliases" -> item.findText("ip");
      case "topologySpreadConstraints" -> spread(item);
      default -> Optional.empty();
    };
  }

  /** Whether items of a list have an identity of their own. */
  public static boolean isKeyed(String listField) {
    return NAMED.contains(listField) || KEYED_OTHERWISE.contains(listField);
  }

  /** A path without slashes at its end; the root stays as it is. */
  public static String normalPath(String path) {
    int end = path.length();
    while (end > 1 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static Optional<String> port(Value.Mapping item) {
    Optional<Value> number = item.find("containerPort");
    if (number.isEmpty() || !(number.get() instanceof Value.Scalar scalar) || scalar.isNull()) {
      return Optional.empty();
    }
    String protocol = item.findText("protocol").orElse("");
    return Optional.of(scalar.text() + "/" + (protocol.isEmpty() ? "TCP" : protocol));
  }

  private static Optional<String> spread(Value.Mapping item) {
    Optional<String> topology = item.findText("topologyKey");
    Optional<String> action = item.findText("whenUnsatisfiable");
    return topology.isPresent() && action.isPresent()
        ? Optional.of(topology.get() + "/" + action.get())
        : Optional.empty();
  }
}
