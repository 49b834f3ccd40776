package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.kubernetes.Names;
import dev.sidecarctl.yaml.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Checks the names that a template brings along: of containers and volumes DNS-1123 labels, of
 * ports IANA service names, and none twice. Names that still have references are passed over, and
 * of items under a condition it is seen once they are filled in whether two have one name.
 */
final class RequiredNames {
  private static final String OWN = "sidecarctl.dev";

  private final Problems problems;
  private final Set<String> containers = new HashSet<>();
  private final Set<String> volumes = new HashSet<>();

  RequiredNames(Problems problems) {
    this.problems = problems;
  }

  /** Checks a container that the template adds. */
  void checkContainer(Value.Mapping container) {
    check(container, "container", Names::label, containers);
    checkParts(container);
  }

  /** Checks a volume that the template adds. */
  void checkVolume(Value.Mapping volume) {
    check(volume, "volume", Names::label, volumes);
  }

  /**
   * Checks the annotations that a template gives to pods: those of sidecarctl are what a workload
   * says itself, and would make the next run do something else.
   */
  void checkAnnotations(Value.Mapping pod) {
    Value.Mapping annotations = pod.mapping("metadata").mapping("annotations");
    for (String key : annotations.entries().keySet()) {
      int slash = key.indexOf('/');
      String prefix = slash < 0 ? "" : key.substring(0, slash);
      if (prefix.equals(OWN) || prefix.endsWith("." + OWN)) {
        problems.add(
            Code.TEMPLATE_VALUE,
            "a template cannot set the annotation " + key,
            annotations.keyOrigin(key),
            "annotations of " + OWN + " are what a workload says itself");
      }
    }
  }

  /** Checks ports, environment variables and mounts of a container or a target. */
  void checkParts(Value.Mapping container) {
    Set<String> ports = new HashSet<>();
    for (Value item : container.sequence("ports").items()) {
      if (item instanceof Value.Mapping port) {
        check(port, "port", Names::port, ports);
      }
    }
    Map<String, Value> variables = new HashMap<>();
    for (Value item : container.sequence("env").items()) {
      if (item instanceof Value.Mapping variable) {
        check(variable, "variable", Names::env, new HashSet<>());
        checkOnce(variable, variables);
      }
    }
    checkOnce(container, "volumeMounts", "mountPath", "mount");
    checkOnce(container, "volumeDevices", "devicePath", "device");
    checkOnce(container, "ports", "containerPort", "port");
  }

  /** Of what is known by a path or a number a container has each one once. */
  private void checkOnce(Value.Mapping container, String list, String field, String noun) {
    Set<String> seen = new HashSet<>();
    for (Value item : container.sequence(list).items()) {
      if (item instanceof Value.Mapping mapping) {
        Optional<String> key = ListMapKeys.key(list, mapping);
        boolean settled = key.isPresent() && !isOpen(key.get()) && !Written.isRuled(mapping);
        if (settled && !seen.add(key.get())) {
          problems.add(
              Code.TEMPLATE_DUPLICATE,
              "the template has two " + noun + "s of " + key.get() + " in one container",
              mapping.find(field).orElse(mapping),
              "take one of the two out");
        }
      }
    }
  }

  /** Kubernetes takes a variable twice and the last one counts: in a template that is a slip. */
  private void checkOnce(Value.Mapping variable, Map<String, Value> variables) {
    String name = variable.findText("name").orElse("");
    boolean settled = !name.isEmpty() && !isOpen(name) && !Written.isRuled(variable);
    if (settled && variables.put(name, variable) != null) {
      complainOfDouble("variable", name, variable.find("name").orElse(variable));
    }
  }

  private void check(
      Value.Mapping item, String noun, Function<String, List<String>> rule, Set<String> seen) {
    String name = item.findText("name").orElse("");
    boolean nameless = item.find("name").isEmpty() || item.find("name").get().isNull();
    if (nameless || item.findText("name").isEmpty() || isOpen(name)) {
      return;
    }
    Value at = item.find("name").get();
    List<String> reasons = rule.apply(name);
    if (!reasons.isEmpty()) {
      String message = noun + " name \"" + name + "\": " + String.join("; ", reasons);
      problems.add(Code.TEMPLATE_NAME, message, at, "");
    } else if (!Written.isRuled(item) && !seen.add(name)) {
      complainOfDouble(noun, name, at);
    }
  }

  private void complainOfDouble(String noun, String name, Value at) {
    problems.add(
        Code.TEMPLATE_DUPLICATE,
        "the template has two " + noun + "s of the name " + name,
        at,
        "rename one of the two");
  }

  private static boolean isOpen(String name) {
    return ReferenceText.mayRefer(name) && !ReferenceText.of(name).references().isEmpty();
  }
}
