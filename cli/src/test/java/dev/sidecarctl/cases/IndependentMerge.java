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
      Map<String, Map<String, Object>> shared = sharedVolumes(template);
      for (Map<String, Object> volume : maps(template.part("volumes"))) {
        String name = text(volume, "name");
        boolean there = shared.containsKey(name) || claims.contains(name);
        if (!there && find(spec.get("volumes"), "name", name) == null) {
          list(spec, "volumes").add(volume);
        }
      }
      String placement = Objects.requireNonNullElse(template.part("placement"), "Last").toString();
      place(template.part("initContainers"), "initContainers", placement, shared);
      placeSidecars(template, placement, shared);
      place(template.part("containers"), "containers", placement, shared);
      Runnable target = () -> mergeTargets(template, shared);
      target.run();
      targets.add(target);
      if (template.part("pod") instanceof Map<?, ?> rest) {
        mergeMaps(pod, map(rest));
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
      share(item, shared);
      if (!brought.add(text(item, "name"))
          || find(spec.get(list), "name", text(item, "name")) != null) {
        continue;
      }
      List<Object> there = list(spec, list);
      int index = placement.equals("First") ? placedFirst.merge(list, 1, Integer::sum) - 1 : -1;
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
          if (own && present != null && !text(present, "name").equals(volume)) {
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
        mergeVariables(container, maps(additions.remove("env")));
        mergeMaps(container, additions);
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

  /** Behind the user's, but before one of the user's that refers to it. */
  private static void mergeVariables(
      Map<String, Object> container, List<Map<String, Object>> wanted) {
    List<Map<String, Object>> users = maps(container.get("env"));
    for (Map<String, Object> variable : wanted) {
      String name = text(variable, "name");
      if (find(container.get("env"), "name", name) == null) {
        List<Object> all = list(container, "env");
        int index = all.size();
        for (Map<String, Object> user : users) {
          if (text(user, "value").replace("$$", "").contains("$(" + name + ")")) {
            index = Math.min(index, all.indexOf(user));
          }
        }
        all.add(index, variable);
      }
    }
  }

  private static void mergeMaps(Map<String, Object> into, Map<String, Object> from) {
    from.forEach(
        (key, wanted) -> {
          Object present = into.get(key);
          if (present == null) {
            if (!saysNothing(key, wanted)) {
              into.put(key, wanted);
            }
          } else if (present instanceof Map<?, ?> && wanted instanceof Map<?, ?>) {
            mergeMaps(map(present), map(wanted));
          } else if (present instanceof List<?> && wanted instanceof List<?> items) {
            items.forEach(item -> mergeItem(key, list(into, key), item));
          } else if (key.equals(GRACE)) {
            into.put(key, Math.max((Integer) present, (Integer) wanted));
          }
        });
  }

  /** What a cluster leaves out: an empty list or map, a flag that is off. */
  private static boolean saysNothing(String key, Object value) {
    return (value instanceof List<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty())
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
      mergeMaps(present, map(wanted));
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
      if (!brought.contains(text(container, "name"))) {
        Map<String, Object> name = new LinkedHashMap<>();
        name.put(DEFAULT_CONTAINER, container.get("name"));
        mergeMaps(
            pod,
            new LinkedHashMap<>(
                Map.of("metadata", new LinkedHashMap<>(Map.of("annotations", name)))));
        return;
      }
    }
  }
}
