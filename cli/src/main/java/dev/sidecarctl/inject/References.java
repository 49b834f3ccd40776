package dev.sidecarctl.inject;

import dev.sidecarctl.check.ObjectFinder.ManifestObject;
import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a pod refers to by name: ConfigMaps, Secrets, a ServiceAccount. Whether one is there can
 * only be told where the input holds others of its kind and namespace.
 */
final class References {
  private static final String CONFIG_MAP = "ConfigMap";
  private static final String SECRET = "Secret";
  private static final String ACCOUNT = "ServiceAccount";

  /** The name of an object of a kind, where it stands. */
  private record Reference(String kind, Field name) {}

  private final Neighbours neighbours;
  private final String namespace;

  References(Neighbours neighbours, String namespace) {
    this.neighbours = neighbours;
    this.namespace = namespace;
  }

  void check(Field before, Field after, Findings findings) {
    Set<String> old = new HashSet<>();
    for (Reference reference : of(before)) {
      old.add(reference.kind() + " " + reference.name().text());
    }
    for (Reference reference : of(after)) {
      String name = reference.name().text();
      if (!old.contains(reference.kind() + " " + name) && isMissing(reference.kind(), name)) {
        findings.advice(
            FaultType.REFERENCE_MISSING,
            reference.name(),
            "the input holds no " + reference.kind() + " " + name + ", but others of the namespace",
            "see that the cluster has it before the pods start");
      }
    }
  }

  private boolean isMissing(String kind, String name) {
    List<ManifestObject> present = neighbours.ofKind(kind, namespace);
    for (ManifestObject object : present) {
      if (object.id().name().equals(name) || object.id().isGenerated()) {
        return false;
      }
    }
    return !present.isEmpty() && !name.isEmpty();
  }

  private static List<Reference> of(Field pod) {
    List<Reference> references = new ArrayList<>();
    Field spec = pod.key("spec");
    for (String list : List.of("initContainers", "containers")) {
      for (Field container : spec.items(list)) {
        for (Field source : container.items("envFrom")) {
          add(references, CONFIG_MAP, source.key("configMapRef"), "name");
          add(references, SECRET, source.key("secretRef"), "name");
        }
        for (Field variable : container.items("env")) {
          add(references, CONFIG_MAP, variable.path("valueFrom", "configMapKeyRef"), "name");
          add(references, SECRET, variable.path("valueFrom", "secretKeyRef"), "name");
        }
      }
    }
    for (Field volume : spec.items("volumes")) {
      add(references, CONFIG_MAP, volume.key("configMap"), "name");
      add(references, SECRET, volume.key("secret"), "secretName");
      for (Field source : volume.key("projected").items("sources")) {
        add(references, CONFIG_MAP, source.key("configMap"), "name");
        add(references, SECRET, source.key("secret"), "name");
      }
    }
    add(references, ACCOUNT, spec, "serviceAccountName");
    return references;
  }

  private static void add(List<Reference> references, String kind, Field holder, String key) {
    if (!holder.key(key).text().isEmpty() && !holder.key("optional").isTrue()) {
      references.add(new Reference(kind, holder.key(key)));
    }
  }
}
