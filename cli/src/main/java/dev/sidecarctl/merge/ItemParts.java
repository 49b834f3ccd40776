package dev.sidecarctl.merge;

import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.yaml.Value;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parts of an item that are owned one by one: its fields ({@code image}) but the list-map keys,
 * and the entries of its keyed lists ({@code env/LOG_DIR}, {@code ports/8080/TCP}).
 */
final class ItemParts {

  private ItemParts() {}

  /** Whether an item is owned in parts: it is a mapping in a list with keys. */
  static boolean hasParts(ItemPath path, Value item) {
    return path.size() > 1
        && item instanceof Value.Mapping mapping
        && ListMapKeys.key(path.list(), mapping).isPresent();
  }

  /**
   * The parts of an item, in its order. A part that means nothing to Kubernetes (an API default, a
   * null) is left out.
   *
   * @param list the field of the list that the item is in
   */
  static Map<String, Value> of(String list, Value.Mapping item) {
    Value.Mapping meaning = (Value.Mapping) Meaning.of(list, item);
    Map<String, Value> parts = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : item.entries().entrySet()) {
      add(parts, list, entry.getKey(), entry.getValue(), meaning);
    }
    for (String field : meaning.entries().keySet()) {
      // What is meant though nothing is written: a volume without a source is an emptyDir.
      add(parts, list, field, item.find(field).orElse(Value.nothing()), meaning);
    }
    return parts;
  }

  private static void add(
      Map<String, Value> parts, String list, String field, Value written, Value.Mapping meaning) {
    Value meant = meaning.entries().get(field);
    if (meant == null || isKeyField(list, field)) {
      return;
    }
    Value value = written.isNull() ? meant : written;
    if (value instanceof Value.Sequence sequence && isKeyed(field, sequence)) {
      for (Value item : sequence.items()) {
        parts.put(field + "/" + ItemPath.itemSegment(field, item), item);
      }
    } else {
      parts.put(field, value);
    }
  }

  /** The field that a part is, or is an entry of. */
  static String field(String part) {
    int slash = part.indexOf('/');
    return slash < 0 ? part : part.substring(0, slash);
  }

  /** The way from the item to a part. */
  static ItemPath path(String part) {
    String field = field(part);
    return field.equals(part)
        ? ItemPath.of(field)
        : ItemPath.of(field, part.substring(field.length() + 1));
  }

  /** Whether a list has items, all of them with a key, and no two with the same. */
  static boolean isKeyed(String field, Value.Sequence sequence) {
    Set<String> seen = new HashSet<>();
    for (Value item : sequence.items()) {
      Optional<String> key =
          item instanceof Value.Mapping mapping
              ? ListMapKeys.key(field, mapping)
              : Optional.empty();
      if (key.isEmpty() || !seen.add(key.get())) {
        return false;
      }
    }
    return !seen.isEmpty();
  }

  private static boolean isKeyField(String list, String field) {
    return switch (list) {
      case "volumeMounts" -> field.equals("mountPath");
      case "volumeDevices" -> field.equals("devicePath");
      case "ports" -> field.equals("containerPort") || field.equals("protocol");
      case "hostAliases" -> field.equals("ip");
      case "topologySpreadConstraints" ->
          field.equals("topologyKey") || field.equals("whenUnsatisfiable");
      default -> field.equals("name");
    };
  }
}
