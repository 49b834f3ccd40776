package dev.sidecarctl.check;

import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.yaml.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A check of a workload such as people have, made on the second processor while the command line
 * and the manifest are read: most of a first check goes into loading classes and schemas.
 */
final class Rehearsal implements Runnable {
  private final Checker checker;
  private final KubernetesVersion version;

  Rehearsal(Checker checker, KubernetesVersion version) {
    this.checker = checker;
    this.version = version;
  }

  @Override
  public void run() {
    Value.Mapping labels = mapping("app", Value.text("web"));
    Value.Mapping pod =
        mapping(
            "volumes", list(mapping("name", Value.text("data"), "emptyDir", Value.Mapping.empty())),
            "initContainers", list(container("setup")),
            "containers", list(container("web")));
    Value.Mapping template = mapping("metadata", mapping("labels", labels), "spec", pod);
    Value.Mapping spec = mapping("selector", mapping("matchLabels", labels), "template", template);
    Value.Mapping deployment =
        mapping(
            "apiVersion", Value.text("apps/v1"),
            "kind", Value.text("Deployment"),
            "metadata", mapping("name", Value.text("web")),
            "spec", spec);
    checker.check(
        deployment,
        "apps/v1",
        "Deployment",
        Optional.empty(),
        new CheckSettings(version, false, Optional.empty()));
  }

  private static Value.Mapping container(String name) {
    Value.Mapping amounts = mapping("cpu", Value.text("1"));
    return mapping(
        "name", Value.text(name),
        "image", Value.text("web"),
        "env", list(mapping("name", Value.text("A"), "value", Value.text("b"))),
        "ports", list(mapping("containerPort", number("80"))),
        "resources", mapping("requests", amounts, "limits", amounts),
        "securityContext", mapping("runAsUser", number("1")),
        "volumeMounts", list(mapping("name", Value.text("data"), "mountPath", Value.text("/d"))));
  }

  private static Value number(String digits) {
    return new Value.Scalar(Value.Kind.INTEGER, digits, null);
  }

  private static Value.Sequence list(Value item) {
    return Value.Sequence.of(List.of(item));
  }

  private static Value.Mapping mapping(Object... keysAndValues) {
    Map<String, Value> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      entries.put((String) keysAndValues[i], (Value) keysAndValues[i + 1]);
    }
    return Value.Mapping.of(entries);
  }
}
