package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.template.FieldTable.Field;
import dev.sidecarctl.template.FieldTable.Shape;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays one template over the one that it extends: mappings field by field, lists by their list-map
 * keys, everything else as a whole. A null takes a field out.
 */
final class Overlay {
  /** The types of which a value has one of its fields, however many there are to choose from. */
  private static final Map<String, List<String>> ALTERNATIVES =
      Map.of(
          "EnvVar", List.of("value", "valueFrom"),
          "TargetVariable", List.of("value", "valueFrom"),
          "Probe", List.of("exec", "httpGet", "tcpSocket", "grpc"),
          "LifecycleHandler", List.of("exec", "httpGet", "tcpSocket", "sleep"));

  private static final String TARGETS = "targets";

  /** The lists of the format itself whose items are known by their names. */
  private static final Set<String> NAMED = Set.of("sidecars", "parameters");

  /** What a volume may have beside its source. */
  private static final List<String> NO_SOURCES =
      List.of("name", Part.ON_CONFLICT, Condition.WHEN, Written.FOR_EACH);

  private Overlay() {}

  /** A template's {@code spec}, laid over another one's. */
  static Value.Mapping lay(Value.Mapping over, Value.Mapping base) {
    return struct(over, base, "TemplateSpec");
  }

  private static Value lay(Value over, Value base, Field field, String name) {
    if (over instanceof Value.Mapping upper && base instanceof Value.Mapping lower) {
      if (field.shape() == Shape.MAP) {
        return entries(upper, lower, field.item(), Map.of());
      }
      return field.isStruct() ? struct(upper, lower, field.type()) : over;
    }
    boolean lists = over instanceof Value.Sequence && base instanceof Value.Sequence;
    return lists && field.shape() == Shape.LIST && field.item().isStruct()
        ? list((Value.Sequence) over, (Value.Sequence) base, field, name)
        : over;
  }

  private static Value.Mapping struct(Value.Mapping over, Value.Mapping base, String type) {
    Map<String, Field> fields = FieldTable.fields(type);
    return entries(over, withoutOthers(over, base, type), Field.ANYTHING, fields);
  }

  /** Where the upper one makes another choice, the lower one's choice is none any more. */
  private static Value.Mapping withoutOthers(Value.Mapping over, Value.Mapping base, String type) {
    List<String> alternatives = alternatives(type);
    Value.Mapping kept = base;
    if (over.entries().keySet().stream().anyMatch(alternatives::contains)) {
      for (String alternative : alternatives) {
        kept = over.has(alternative) ? kept : kept.without(alternative);
      }
    }
    return kept;
  }

  private static List<String> alternatives(String type) {
    if (!type.equals("VolumeItem")) {
      return ALTERNATIVES.getOrDefault(type, List.of());
    }
    List<String> sources = new ArrayList<>(FieldTable.fields(type).keySet());
    sources.removeAll(NO_SOURCES);
    return sources;
  }

  private static Value.Mapping entries(
      Value.Mapping over, Value.Mapping base, Field other, Map<String, Field> fields) {
    Map<String, Value> entries = new LinkedHashMap<>(base.entries());
    Map<String, Location> origins = new HashMap<>();
    for (String key : base.entries().keySet()) {
      base.keyOrigin(key).ifPresent(origin -> origins.put(key, origin));
    }
    for (Map.Entry<String, Value> entry : over.entries().entrySet()) {
      String key = entry.getKey();
      Value lower = base.entries().get(key);
      if (lower != null && entry.getValue().isNull()) {
        entries.remove(key);
      } else {
        Field field = fields.getOrDefault(key, other);
        Value value = lower == null ? entry.getValue() : lay(entry.getValue(), lower, field, key);
        entries.put(key, value);
        over.keyOrigin(key).ifPresent(origin -> origins.put(key, origin));
      }
    }
    return new Value.Mapping(entries, origins, over.origin().orElse(null));
  }

  private static Value list(Value.Sequence over, Value.Sequence base, Field field, String name) {
    if (!isKeyed(name)) {
      return over;
    }
    List<Value> items = new ArrayList<>(base.items());
    List<Value> added = new ArrayList<>();
    for (Value item : over.items()) {
      Optional<String> key = key(item, name);
      int at = key.isPresent() ? indexOf(key.get(), base, name) : -1;
      if (at < 0) {
        added.add(item);
      } else {
        items.set(at, lay(item, items.get(at), field.item(), name));
      }
    }
    items.addAll(added);
    return over.withItems(items);
  }

  private static int indexOf(String key, Value.Sequence list, String name) {
    for (int i = 0; i < list.items().size(); i++) {
      if (key(list.items().get(i), name).filter(key::equals).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isKeyed(String list) {
    return NAMED.contains(list) || list.equals(TARGETS) || ListMapKeys.isKeyed(list);
  }

  /** By what an item is known: targets by the containers that they mean. */
  private static Optional<String> key(Value item, String list) {
    if (!(item instanceof Value.Mapping mapping)) {
      return Optional.empty();
    }
    if (list.equals(TARGETS)) {
      return Optional.of(mapping.sequence("containers") + " " + mapping.sequence("initContainers"));
    }
    return NAMED.contains(list) ? mapping.findText("name") : ListMapKeys.key(list, mapping);
  }
}
