package dev.sidecarctl.check.advice;

import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is dangerous in a pod although every API server takes it. */
public final class PodAdvice {
  private final Field spec;
  private final Findings findings;
  private final List<Field> containers = new ArrayList<>();
  private final Map<String, Field> volumes = new HashMap<>();

  private PodAdvice(Field pod, Findings findings) {
    this.spec = pod.key("spec");
    this.findings = findings;
    for (String list : List.of("initContainers", "containers")) {
      containers.addAll(spec.items(list));
    }
    for (Field volume : spec.items("volumes")) {
      volumes.put(volume.key("name").text(), volume);
    }
  }

  /**
   * Looks at a pod.
   *
   * @param pod the field with {@code metadata} and {@code spec}
   */
  public static void check(Field pod, Findings findings) {
    PodAdvice advice = new PodAdvice(pod, findings);
    for (Field container : advice.containers) {
      advice.nested(container);
      advice.subPaths(container);
      advice.root(container);
    }
    advice.memory();
    advice.users();
  }

  /** The inner of two mounts hides a part of the outer one. */
  private void nested(Field container) {
    for (Field inner : container.items("volumeMounts")) {
      for (Field outer : container.items("volumeMounts")) {
        String folder = folder(outer);
        if (!folder.equals("/")
            && folder(inner).startsWith(folder)
            && inner != outer
            && folder(inner).length() > folder.length()) {
          findings.advice(
              FaultType.MOUNT_NESTED,
              inner.key("mountPath"),
              "hides a part of volume "
                  + outer.key("name").text()
                  + ", which is mounted at "
                  + outer.key("mountPath").text(),
              "mount it elsewhere, if what lies there is needed");
        }
      }
    }
  }

  private static String folder(Field mount) {
    String path = mount.key("mountPath").text();
    return path.endsWith("/") ? path : path + "/";
  }

  /** The kubelet renews volumes of keys, but not what is mounted out of them by {@code subPath}. */
  private void subPaths(Field container) {
    for (Field mount : container.items("volumeMounts")) {
      Field volume = volumes.get(mount.key("name").text());
      boolean part = !mount.key("subPath").isEmpty() || !mount.key("subPathExpr").isEmpty();
      if (volume == null || !part) {
        continue;
      }
      for (String source : List.of("configMap", "secret", "projected")) {
        if (volume.key(source).isSet()) {
          Field path =
              mount.key("subPath").isEmpty() ? mount.key("subPathExpr") : mount.key("subPath");
          findings.advice(
              FaultType.SUB_PATH_STALE,
              path,
              "the container never sees a change of this " + source,
              "mount the volume as a folder, without subPath");
        }
      }
    }
  }

  /** The kubelet does not start such a container. */
  private void root(Field container) {
    Field own = container.path("securityContext", "runAsNonRoot");
    Field ofPod = spec.path("securityContext", "runAsNonRoot");
    Field user = container.path("securityContext", "runAsUser");
    Field effective = user.isSet() ? user : spec.path("securityContext", "runAsUser");
    boolean nonRoot = own.isSet() ? own.isTrue() : ofPod.isTrue();
    if (nonRoot && effective.number(1) == 0) {
      findings.advice(
          FaultType.ROOT_REFUSED,
          effective,
          "runs as root, which runAsNonRoot forbids: a node does not start container "
              + container.key("name").text(),
          "give it another runAsUser, or set runAsNonRoot: false on it");
    }
  }

  private void memory() {
    for (Field volume : spec.items("volumes")) {
      Field directory = volume.key("emptyDir");
      if (directory.key("medium").says("Memory") && !directory.key("sizeLimit").isSet()) {
        findings.advice(
            FaultType.MEMORY_UNLIMITED,
            directory.key("medium"),
            "what is written there counts against the memory of the containers, without a limit",
            "add a sizeLimit");
      }
    }
  }

  /** Files that one user writes, another may not be able to read. */
  private void users() {
    if (spec.path("securityContext", "fsGroup").isSet()) {
      return;
    }
    Map<String, Long> firstUsers = new HashMap<>();
    for (Field container : containers) {
      Optional<Long> user = user(container);
      for (Field mount : container.items("volumeMounts")) {
        String name = mount.key("name").text();
        Field volume = volumes.get(name);
        if (user.isEmpty() || volume == null || !volume.key("emptyDir").isSet()) {
          continue;
        }
        Long first = firstUsers.putIfAbsent(name, user.get());
        if (first != null && !first.equals(user.get())) {
          differ(mount, first, user.get());
        }
      }
    }
  }

  private void differ(Field mount, long first, long second) {
    findings.advice(
        FaultType.USERS_DIFFER,
        mount.key("name"),
        "is shared by containers that run as users "
            + first
            + " and "
            + second
            + ", and the pod has no fsGroup",
        "give the pod's securityContext an fsGroup, or let both run as one user");
  }

  private Optional<Long> user(Field container) {
    Optional<Long> own = container.path("securityContext", "runAsUser").number();
    return own.isPresent() ? own : spec.path("securityContext", "runAsUser").number();
  }
}
