package dev.sidecarctl.cases;

import static dev.sidecarctl.cases.ManifestData.map;
import static dev.sidecarctl.cases.ManifestData.maps;
import static dev.sidecarctl.cases.ManifestData.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The merge once more, over plain maps: add what is missing, leave what is there. It knows of no
 * conflicts, since it is asked only where there are none.
 */
final class IndependentMerge {
  private static final Set<String> MAPS =
      Set.of("labels", "annotations", "nodeSelector", "overhead");
  private static final Set<String> FLAGS =
      Set.of("hostNetwork", "hostPID", "hostIPC", "stdin", "stdinOnce", "tty");
  private static final String GRACE = "terminationGracePeriodSeconds";
  private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";

  private final Map<String, Object> pod;
  private final Map<String, Object> spec;
  private final Set<String> claims = new HashSet<>();
  private final boolean nativeSidecars;
  private final Set<String> brought = new HashSet<>();
  private final Map<String, Integer> placedFirst = new HashMap<>();
  private IndependentPolicies policies;

  /**
   * @param manifest the workload
   * @param pod its pod template, which is changed
   * @param nativeSidecars whether the cluster knows native sidecars
   */
  IndependentMerge(Map<String, Object> manifest, Map<String, Object> pod, boolean nativeSidecars) {
    this.pod = pod;
    this.spec = map(pod.get("spec"));
    this.nativeSidecars =
        nativeSidecars && !text(manifest, "apiVersion").startsWith("serving.knative.dev/");
    if (manifest.get("spec") instanceof Map<?, ?> own) {
      for (Map<String, Object> claim : maps(own.get("volumeClaimTemplates"))) {
        claims.add(text(map(claim.get("metadata")), "name"));
      }
    }
  }

  void merge(List<IndependentTemplate> templates) {
    List<Runnable> targets = new ArrayList<>();
    for (IndependentTemplate template : templates) {
      policies = template.policies();
      Map<String, Map<String, Object>> shared = sharedVolumes(template);
      for (Map<String, Object> volume : maps(template.part("volumes"))) {
        String name = text(volume, "name");
        boolean replaces = policies.replaces("volume-conflict", volume);
        boolean there = shared.containsKey(name) || claims.contains(name);
        Map<String, Object> present = find(spec.get("volumes"), "name", name);
        if (!there && present == null) {
          list(spec, "volumes").add(volume);
        } else if (!there && replaces) {
          replace(list(spec, "volumes"), present, volume);
        }
      }
      String placement = Objects.requireNonNullElse(template.part("placement"), "Last").toString();
      place(template.part("initContainers"), "initContainers", placement, shared);
      placeSidecars(template, placement, shared);
      place(template.part("containers"), "containers", placement, shared);
      Runnable target =
          () -> {
            policies = template.policies();
            mergeTargets(template, shared);
          };
      target.run();
      targets.add(target);
      if (template.part("pod") instanceof Map<?, ?> rest) {
        boolean replaces = policies.replaces("field-conflict", map(rest));
        mergeMaps(pod, map(rest), replaces);
      }
    }
    targets.forEach(Runnable::run);
    nameDefaultContainer();
  }

  private void placeSidecars(
      IndependentTemplate template, String placement, Map<String, Map<String, Object>> shared) {
    List<Map<String, Object>> sidecars = maps(template.part("sidecars"));
    for (Map<String, Object> sidecar : sidecars) {
      sidecar.remove("restartPolicy");
      if (nativeSidecars) {
        sidecar.put("restartPolicy", "Always");
      }
    }
    place(sidecars, nativeSidecars ? "initContainers" : "containers", placement, shared);
  }

  private void place(
      Object items, String list, String placement, Map<String, Map<String, Object>> shared) {
    Map<String, String> lastAfter = new HashMap<>();
    for (Map<String, Object> item : maps(items)) {
      Object before = item.remove("before");
      Object after = item.remove("after");
      Object own = item.remove("placement");
      share(item, shared);
      boolean replaces = policies.replaces("container-conflict", item);
      Map<String, Object> present = find(spec.get(list), "name", text(item, "name"));
      if (!brought.add(text(item, "name")) || present != null) {
        if (present != null && replaces) {
          replace(list(spec, list), present, item);
        }
        continue;
      }
      List<Object> there = list(spec, list);
      boolean first = (own == null ? placement : own).equals("First");
      int index = first ? placedFirst.merge(list, 1, Integer::sum) - 1 : -1;
      if (before != null && index(there, before) >= 0) {
        index = index(there, before);
      } else if (after != null && index(there, after) >= 0) {
        index = index(there, lastAfter.getOrDefault(after.toString(), after.toString())) + 1;
        lastAfter.put(after.toString(), text(item, "name"));
      }
      there.add(index < 0 ? there.size() : index, item);
    }
  }

  private static int index(List<Object> containers, Object name) {
    return containers.indexOf(find(containers, "name", name.toString()));
  }

  /** For each of the template's volumes that gives way, the mount of the user's that stays. */
  private Map<String, Map<String, Object>> sharedVolumes(IndependentTemplate template) {
    Map<String, Map<String, Object>> shared = new HashMap<>();
    for (Map<String, Object> target : maps(template.part("targets"))) {
      for (Map<String, Object> container : selected(target)) {
        for (Map<String, Object> wanted : maps(target.get("volumeMounts"))) {
          Map<String, Object> present =
              find(container.get("volumeMounts"), "mountPath", text(wanted, "mountPath"));
          String volume = text(wanted, "name");
          boolean own = find(template.part("volumes"), "name", volume) != null;
          boolean replaces = policies.ofItem("mount-read-only", wanted, target).equals("replace");
          if (own
              && present != null
              && !(replaces && Boolean.TRUE.equals(present.get("readOnly")))
              && !text(present, "name").equals(volume)) {
            shared.putIfAbsent(volume, present);
          }
        }
      }
    }
    return shared;
  }

  private static void share(Map<String, Object> part, Map<String, Map<String, Object>> shared) {
    for (Map<String, Object> mount : maps(part.get("volumeMounts"))) {
      Map<String, Object> users = shared.get(text(mount, "name"));
      if (users != null) {
        mount.put("name", users.get("name"));
        String subPath = text(users, "subPath") + "/" + text(mount, "subPath");
        if (subPath.length() > 1) {
          mount.put("subPath", subPath.replaceAll("^/|/$", ""));
        }
      }
    }
  }

  private void mergeTargets(IndependentTemplate template, Map<String, Map<String, Object>> shared) {
    for (Map<String, Object> target : maps(template.part("targets"))) {
      share(target, shared);
      for (Map<String, Object> container : selected(target)) {
        Map<String, Object> additions = new LinkedHashMap<>(target);
        additions.remove("containers");
        additions.remove("initContainers");
        mergeVariables(container, maps(additions.remove("env")), additions);
        mergeMounts(container, maps(additions.remove("volumeMounts")), additions);
        boolean replaces = policies.replaces("field-conflict", additions);
        maps(additions.get("ports")).forEach(port -> port.remove("onConflict"));
        mergeMaps(container, additions, replaces);
      }
    }
  }

  private List<Map<String, Object>> selected(Map<String, Object> target) {
    boolean neither = !target.containsKey("containers") && !target.containsKey("initContainers");
    List<Map<String, Object>> selected = new ArrayList<>();
    for (String list : List.of("containers", "initContainers")) {
      Object globs = neither && list.equals("containers") ? List.of("*") : target.get(list);
      for (Map<String, Object> container : maps(spec.get(list))) {
        if (globs instanceof List<?> all && all.stream().anyMatch(g -> means(g, container))) {
          selected.add(container);
        }
      }
    }
    return selected;
  }

  private boolean means(Object glob, Map<String, Object> container) {
    String name = text(container, "name");
    boolean application =
        !brought.contains(name) && !text(container, "restartPolicy").equals("Always");
    return glob.equals(name)
        || (application && IndependentTemplate.isGlobOf(glob.toString(), name));
  }

  /** Behind the user's, but before one of the user's that refers to it, be it by way of another. */
  private void mergeVariables(
      Map<String, Object> container, List<Map<String, Object>> wanted, Map<String, Object> target) {
    List<Map<String, Object>> users = List.copyOf(maps(container.get("env")));
    for (Map<String, Object> variable : wanted) {
      boolean replaces = policies.ofItem("env-conflict", variable, target).equals("replace");
      Map<String, Object> present = find(container.get("env"), "name", text(variable, "name"));
      Map<String, Object> plain = new LinkedHashMap<>(variable);
      plain.remove("onConflict");
      if (present != null && replaces) {
        replace(list(container, "env"), present, plain);
      } else if (present == null) {
        List<Object> all = list(container, "env");
        all.add(place(variable, all, users, wanted), plain);
      }
    }
  }

  private static int place(
      Map<String, Object> variable,
      List<Object> all,
      List<Map<String, Object>> users,
      List<Map<String, Object>> wanted) {
    String reference = "$(" + text(variable, "name") + ")";
    int index = all.size();
    for (Map<String, Object> user : users) {
      if (text(user, "value").replace("$$", "").contains(reference)) {
        index = Math.min(index, all.indexOf(user));
      }
    }
    for (Map<String, Object> other : wanted.subList(wanted.indexOf(variable) + 1, wanted.size())) {
      if (text(other, "value").replace("$$", "").contains(reference)) {
        index = Math.min(index, place(other, all, users, wanted));
      }
    }
    return index;
  }

  private void mergeMounts(
      Map<String, Object> container, List<Map<String, Object>> wanted, Map<String, Object> target) {
    for (Map<String, Object> item : wanted) {
      Map<String, Object> mount = new LinkedHashMap<>(item);
      boolean replaces = policies.ofItem("mount-conflict", mount, target).equals("replace");
      mount.remove("onConflict");
      List<Object> mounts = list(container, "volumeMounts");
      Map<String, Object> present = find(mounts, "mountPath", text(mount, "mountPath"));
      if (present == null) {
        mounts.add(mount);
      } else if (replaces) {
        replace(mounts, present, mount);
      }
    }
  }

  private static void replace(List<Object> list, Map<String, Object> old, Object wanted) {
    list.set(list.indexOf(old), wanted);
  }

  private static void mergeMaps(
      Map<String, Object> into, Map<String, Object> from, boolean replaces) {
    from.forEach(
        (key, wanted) -> {
          Object present = into.get(key);
          if (wanted == null) {
            return; // asks for nothing
          }
          if (present == null) {
            if (!saysNothing(key, wanted)) {
              into.put(key, wanted);
            }
          } else if (present instanceof Map<?, ?> && wanted instanceof Map<?, ?>) {
            mergeMaps(map(present), map(wanted), replaces);
          } else if (present instanceof List<?> && wanted instanceof List<?> items) {
            items.forEach(item -> mergeItem(key, list(into, key), item));
          } else if (key.equals(GRACE)) {
            into.put(key, Math.max((Integer) present, (Integer) wanted));
          } else if (replaces) {
            into.put(key, wanted);
          }
        });
  }

  /** What a cluster leaves out: an empty list or map, a flag that is off. */
  private static boolean saysNothing(String key, Object value) {
    return (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty() && MAPS.contains(key))
        || (value.equals(false) && FLAGS.contains(key));
  }

  private static void mergeItem(String list, List<Object> into, Object wanted) {
    Map<String, Object> present =
        switch (list) {
          case "volumeMounts" -> find(into, "mountPath", text(map(wanted), "mountPath"));
          case "volumeDevices" -> find(into, "devicePath", text(map(wanted), "devicePath"));
          case "hostAliases" -> find(into, "ip", text(map(wanted), "ip"));
          case "imagePullSecrets", "env" -> find(into, "name", text(map(wanted), "name"));
          case "ports" -> findPort(into, map(wanted));
          default -> null;
        };
    if (present != null && list.equals("hostAliases")) {
      mergeMaps(present, map(wanted), false);
    } else if (present == null && !into.contains(wanted)) {
      into.add(wanted);
    }
  }

  private static Map<String, Object> findPort(List<Object> ports, Map<String, Object> wanted) {
    for (Map<String, Object> port : maps(ports)) {
      if (Objects.equals(port.get("containerPort"), wanted.get("containerPort"))
          && protocol(port).equals(protocol(wanted))) {
        return port;
      }
    }
    return null;
  }

  private static Object protocol(Map<String, Object> port) {
    return port.getOrDefault("protocol", "TCP");
  }

  private static Map<String, Object> find(Object list, String key, String value) {
    String wanted = key.endsWith("Path") ? value.replaceAll("(?<=.)/+$", "") : value;
    for (Map<String, Object> item : maps(list)) {
      if (text(item, key).replaceAll("(?<=.)/+$", "").equals(wanted)) {
        return item;
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private static List<Object> list(Map<String, Object> map, String key) {
    if (map.get(key) == null) {
      map.put(key, new ArrayList<>());
    }
    return (List<Object>) map.get(key);
  }

  private void nameDefaultContainer() {
    List<Map<String, Object>> containers = maps(spec.get("containers"));
    if (containers.isEmpty() || !brought.contains(text(containers.get(0), "name"))) {
      return;
    }
    for (Map<String, Object> container : containers) {
      if (!container.containsKey("name")) {
        return;
      }
      if (!brought.contains(text(container, "name"))) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put(DEFAULT_CONTAINER, container.get("name"));
        mergeMaps(
            pod,
            new LinkedHashMap<>(
                Map.of("metadata", new LinkedHashMap<>(Map.of("annotations", name)))),
            false);
        return;
      }
    }
  }
}
