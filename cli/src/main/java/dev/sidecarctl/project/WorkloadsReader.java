package dev.sidecarctl.project;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.WorkloadKind;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code workloads}: custom resources by the path of their pod template. */
final class WorkloadsReader {
  static final List<String> KNOWN = List.of("apiVersion", "kind", "podTemplate");

  private final Keys keys;
  private final Map<String, Location> seen = new HashMap<>();

  WorkloadsReader(Keys keys) {
    this.keys = keys;
  }

  List<Placed<CustomWorkload>> read(Value.Mapping root) {
    List<Placed<CustomWorkload>> kinds = new ArrayList<>();
    List<Value> items = keys.items(root, "workloads");
    for (int i = 0; i < items.size(); i++) {
      String path = "workloads[" + i + "]";
      if (items.get(i) instanceof Value.Mapping item) {
        keys.checkKnown(item, path, KNOWN);
        read(item, path).ifPresent(kinds::add);
      } else {
        keys.complain(items.get(i), path, "a mapping");
      }
    }
    return kinds;
  }

  private Optional<Placed<CustomWorkload>> read(Value.Mapping item, String path) {
    Optional<Placed<String>> apiVersion = text(item, path, "apiVersion");
    Optional<Placed<String>> kind = text(item, path, "kind");
    Optional<Placed<String>> podTemplate = text(item, path, "podTemplate");
    if (apiVersion.isEmpty() || kind.isEmpty() || podTemplate.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> group = group(apiVersion.get());
    Optional<FieldPath> way = way(podTemplate.get());
    if (group.isEmpty() || way.isEmpty() || !isNew(group.get(), kind.get())) {
      return Optional.empty();
    }
    WorkloadKind custom = WorkloadKind.custom(group.get(), kind.get().value(), way.get());
    CustomWorkload workload = new CustomWorkload(apiVersion.get().value(), custom);
    return Optional.of(new Placed<>(workload, kind.get().at()));
  }

  private Optional<Placed<String>> text(Value.Mapping item, String path, String key) {
    Optional<Value> value = keys.find(item, key);
    if (value.isEmpty()) {
      keys.problems()
          .add(
              Code.CONFIGURATION_MISSING_KEY,
              path + " has no " + key,
              item,
              "as in {apiVersion: example.com/v1, kind: Worker, podTemplate: spec.template}");
      return Optional.empty();
    }
    return keys.text(value.get(), path + "." + key);
  }

  private Optional<String> group(Placed<String> apiVersion) {
    String text = apiVersion.value();
    int slash = text.indexOf('/');
    if (slash <= 0 || slash == text.length() - 1 || slash != text.lastIndexOf('/')) {
      wrong("\"" + text + "\" is no group and version", apiVersion, "write it as example.com/v1");
      return Optional.empty();
    }
    return Optional.of(text.substring(0, slash));
  }

  /** The kinds are told by group and kind: every version counts. */
  private boolean isNew(String group, Placed<String> kind) {
    String name = kind.value() + "." + group;
    if (WorkloadKinds.isBuiltIn(group, kind.value())) {
      wrong(name + " is built in", kind, "take it out");
      return false;
    }
    Location first = seen.putIfAbsent(name, kind.at());
    if (first != null) {
      keys.problems()
          .add(
              Repeated.of(
                  name + " is listed twice: all its versions are one kind", kind.at(), first));
    }
    return first == null;
  }

  private Optional<FieldPath> way(Placed<String> podTemplate) {
    FieldPath way = FieldPath.root();
    for (String key : podTemplate.value().split("\\.", -1)) {
      if (!isField(key)) {
        wrong(
            "\"" + podTemplate.value() + "\" is no path of fields",
            podTemplate,
            "write their names with dots between, as in spec.template");
        return Optional.empty();
      }
      way = way.key(key);
    }
    return Optional.of(way);
  }

  private static boolean isField(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean good =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
      if (!good && c != '_') {
        return false;
      }
    }
    return !key.isEmpty();
  }

  private void wrong(String message, Placed<String> at, String help) {
    keys.problems().add(Code.CONFIGURATION_VALUE, message, Optional.of(at.at()), help);
  }
}
