package dev.sidecarctl.authoring;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Sidecars that somebody once copied into a pod by hand, and what in the pod belongs to them:
 * volumes that are theirs, or that the application got to share with them, the application's mounts
 * of these, and its variables that tell of them.
 */
final class CopiedSidecars {
  private static final List<String> LISTS = List.of("initContainers", "containers");

  /** The volumes of a service account's token, which the cluster adds itself. */
  private static final String TOKEN_VOLUME = "kube-api-access-";

  private static final String TOKEN_PATH = "/var/run/secrets/kubernetes.io/serviceaccount";

  private final Value.Mapping spec;
  private final Set<String> names;

  /**
   * @param spec the pod's {@code spec}
   * @param names of the containers that are sidecars
   */
  CopiedSidecars(Value.Mapping spec, Set<String> names) {
    this.spec = spec;
    this.names = names;
  }

  /** The sidecars of a list, in order, without what a cluster adds. */
  List<Value.Mapping> in(String list) {
    List<Value.Mapping> found = new ArrayList<>();
    for (Value.Mapping container : mappings(spec.sequence(list))) {
      if (names.contains(nameOf(container))) {
        found.add(withoutToken(container));
      }
    }
    return found;
  }

  /** The application's containers of a list. */
  List<Value.Mapping> othersIn(String list) {
    List<Value.Mapping> others = new ArrayList<>();
    for (Value.Mapping container : mappings(spec.sequence(list))) {
      if (!names.contains(nameOf(container))) {
        others.add(container);
      }
    }
    return others;
  }

  private static Value.Mapping withoutToken(Value.Mapping container) {
    List<Value> mounts = new ArrayList<>();
    for (Value.Mapping mount : mappings(container.sequence("volumeMounts"))) {
      boolean token =
          nameOf(mount).startsWith(TOKEN_VOLUME)
              && mount.findText("mountPath").orElse("").equals(TOKEN_PATH);
      if (!token) {
        mounts.add(mount);
      }
    }
    boolean all = mounts.size() == container.sequence("volumeMounts").items().size();
    return all
        ? container
        : mounts.isEmpty()
            ? container.without("volumeMounts")
            : container.with("volumeMounts", Value.Sequence.of(mounts));
  }

  /**
   * The volumes that belong to the sidecars: those that they alone mount, and empty ones that they
   * share with the application.
   */
  List<Value.Mapping> volumes() {
    Set<String> theirs = mounted(true);
    Set<String> others = mounted(false);
    List<Value.Mapping> volumes = new ArrayList<>();
    for (Value.Mapping volume : mappings(spec.sequence("volumes"))) {
      boolean shared = others.contains(nameOf(volume));
      if (theirs.contains(nameOf(volume)) && (!shared || volume.has("emptyDir"))) {
        volumes.add(volume);
      }
    }
    return volumes;
  }

  /** The application's volumes that the sidecars mount, too: these have to be there already. */
  List<String> borrowedVolumes() {
    List<String> borrowed = new ArrayList<>(mounted(true));
    volumes().forEach(volume -> borrowed.remove(nameOf(volume)));
    return borrowed;
  }

  private Set<String> mounted(boolean bySidecars) {
    Set<String> mounted = new LinkedHashSet<>();
    for (String list : LISTS) {
      for (Value.Mapping container : bySidecars ? in(list) : othersIn(list)) {
        mappings(container.sequence("volumeMounts")).forEach(mount -> mounted.add(nameOf(mount)));
        mappings(container.sequence("volumeDevices")).forEach(one -> mounted.add(nameOf(one)));
      }
    }
    return mounted;
  }

  /** What containers of the application have for the sidecars' sake. */
  List<Value.Mapping> targets() {
    Map<Value.Mapping, List<List<String>>> selectors = new LinkedHashMap<>();
    for (String list : LISTS) {
      for (Value.Mapping container : othersIn(list)) {
        Value.Mapping additions = additions(container);
        if (!additions.entries().isEmpty()) {
          selectors
              .computeIfAbsent(additions, key -> List.of(new ArrayList<>(), new ArrayList<>()))
              .get(LISTS.indexOf(list))
              .add(nameOf(container));
        }
      }
    }
    List<Value.Mapping> targets = new ArrayList<>();
    selectors.forEach((additions, selected) -> targets.add(target(additions, selected)));
    return targets;
  }

  /**
   * Without a selector where it means every container of the application, and no init container.
   */
  private Value.Mapping target(Value.Mapping additions, List<List<String>> selected) {
    Map<String, Value> target = new LinkedHashMap<>();
    boolean every =
        selected.get(0).isEmpty() && selected.get(1).size() == othersIn("containers").size();
    for (int i = LISTS.size() - 1; i >= 0 && !every; i--) {
      if (!selected.get(i).isEmpty()) {
        target.put(
            LISTS.get(i), Value.Sequence.of(selected.get(i).stream().map(Value::text).toList()));
      }
    }
    target.putAll(additions.entries());
    return Value.Mapping.of(target);
  }

  private Value.Mapping additions(Value.Mapping container) {
    Set<String> volumes = new LinkedHashSet<>();
    volumes().forEach(volume -> volumes.add(nameOf(volume)));
    List<Value> mounts = new ArrayList<>();
    List<String> words = new ArrayList<>(addresses());
    for (Value.Mapping mount : mappings(container.sequence("volumeMounts"))) {
      if (volumes.contains(nameOf(mount))) {
        mounts.add(mount);
        mount.findText("mountPath").ifPresent(words::add);
      }
    }
    List<Value> variables = new ArrayList<>();
    for (Value.Mapping variable : mappings(container.sequence("env"))) {
      String value = variable.findText("value").orElse("");
      if (words.stream().anyMatch(word -> mentions(value, word))) {
        variables.add(variable);
      }
    }
    Map<String, Value> additions = new LinkedHashMap<>();
    if (!mounts.isEmpty()) {
      additions.put("volumeMounts", Value.Sequence.of(mounts));
    }
    if (!variables.isEmpty()) {
      additions.put("env", Value.Sequence.of(variables));
    }
    return Value.Mapping.of(additions);
  }

  /** How an application in the pod reaches the sidecars. */
  private List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (String list : LISTS) {
      for (Value.Mapping sidecar : in(list)) {
        for (Value.Mapping port : mappings(sidecar.sequence("ports"))) {
          if (port.find("containerPort").orElse(null) instanceof Value.Scalar number) {
            for (String host : List.of("localhost", "127.0.0.1", "[::1]", "0.0.0.0")) {
              addresses.add(host + ":" + number.text());
            }
          }
        }
      }
    }
    return addresses;
  }

  /** Whether a text has a word, and what stands around it is no part of it. */
  private static boolean mentions(String text, String word) {
    int at = text.indexOf(word);
    while (at >= 0 && !word.isEmpty()) {
      int end = at + word.length();
      boolean begins = at == 0 || !isPart(text.charAt(at - 1));
      boolean ends = end == text.length() || !isPart(text.charAt(end));
      if (begins && ends) {
        return true;
      }
      at = text.indexOf(word, at + 1);
    }
    return false;
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
  }

  /**
   * Whether the pod's containers see each other's processes, for want of others for the sidecars.
   */
  boolean sharesProcesses() {
    boolean shares =
        spec.find("shareProcessNamespace").orElse(Value.nothing()) instanceof Value.Scalar said
            && said.text().equals("true");
    return shares && othersIn("containers").size() == 1;
  }

  /** Where a sidecar stands: the application's container right before it, if there is one. */
  Optional<String> predecessor(String list, String sidecar) {
    Optional<String> last = Optional.empty();
    for (Value.Mapping container : mappings(spec.sequence(list))) {
      String name = nameOf(container);
      if (name.equals(sidecar)) {
        return last;
      }
      last = names.contains(name) ? last : Optional.of(name);
    }
    return Optional.empty();
  }

  /** The application's container right behind a sidecar, if there is one. */
  Optional<String> successor(String list, String sidecar) {
    boolean passed = false;
    for (Value.Mapping container : mappings(spec.sequence(list))) {
      String name = nameOf(container);
      if (passed && !names.contains(name)) {
        return Optional.of(name);
      }
      passed |= name.equals(sidecar);
    }
    return Optional.empty();
  }

  static String nameOf(Value.Mapping item) {
    return item.findText("name").orElse("");
  }

  static List<Value.Mapping> mappings(Value.Sequence list) {
    List<Value.Mapping> mappings = new ArrayList<>();
    for (Value item : list.items()) {
      if (item instanceof Value.Mapping mapping) {
        mappings.add(mapping);
      }
    }
    return mappings;
  }
}
