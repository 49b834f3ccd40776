package dev.sidecarctl.cases;

import static dev.sidecarctl.cases.ManifestData.map;
import static dev.sidecarctl.cases.ManifestData.maps;
import static dev.sidecarctl.cases.ManifestData.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template filled in for one workload, from its description alone. */
final class IndependentTemplate {
  private static final Pattern REFERENCE =
      Pattern.compile("(\\$?)\\$\\(((?:params|workload|container)\\.[A-Za-z0-9_-]+|item)\\)");

  private final Map<String, Object> values = new HashMap<>();
  private final Map<String, Object> spec;
  private final IndependentPolicies policies;

  /**
   * @param template the document
   * @param manifest the workload without any sidecar
   * @param pod its pod template
   * @param folder the case, whose arguments count
   */
  IndependentTemplate(
      Map<String, Object> template,
      Map<String, Object> manifest,
      Map<String, Object> pod,
      CaseFolder folder) {
    spec = map(template.get("spec"));
    String name = text(map(template.get("metadata")), "name");
    Options options = new Options(folder.arguments());
    policies = new IndependentPolicies(folder.arguments(), text(spec, "onConflict"));
    for (Map<String, Object> parameter : maps(spec.get("parameters"))) {
      String parameterName = text(parameter, "name");
      Object value = parameter.get("default");
      for (String key : List.of(parameterName, name + "." + parameterName)) {
        value = options.set().getOrDefault(key, value);
      }
      for (Map<String, Object> place : List.of(manifest, pod)) {
        value = annotation(place, name + ".sidecarctl.dev/" + parameterName, value);
      }
      values.put("params." + parameterName, typed(parameter, value));
    }
    putWorkload(manifest, options);
    putContainer(pod);
  }

  private static Object annotation(Map<String, Object> place, String key, Object otherwise) {
    if (place.get("metadata") instanceof Map<?, ?> metadata
        && metadata.get("annotations") instanceof Map<?, ?> annotations
        && annotations.containsKey(key)) {
      return annotations.get(key);
    }
    return otherwise;
  }

  private static Object typed(Map<String, Object> parameter, Object value) {
    if (!text(parameter, "type").equals("list")) {
      return typed(text(parameter, "type"), value);
    }
    List<Object> elements = new ArrayList<>();
    Object list = value instanceof String text ? list(text) : value;
    ((List<?>) list).forEach(element -> elements.add(typed(text(parameter, "items"), element)));
    return elements;
  }

  private static List<?> list(String text) {
    boolean flow = text.startsWith("[");
    return flow
        ? (List<?>) ManifestData.documents(text, false).get(0)
        : text.isEmpty() ? List.of() : List.of(text.split(" *, *"));
  }

  private static Object typed(String type, Object value) {
    if (!(value instanceof String text)) {
      return value;
    }
    return switch (type) {
      case "integer" -> Integer.valueOf(text);
      case "number" -> Double.valueOf(text);
      case "boolean" -> Boolean.valueOf(text);
      default -> text;
    };
  }

  private void putWorkload(Map<String, Object> manifest, Options options) {
    Map<String, Object> metadata =
        manifest.get("metadata") instanceof Map<?, ?> there ? map(there) : Map.of();
    boolean knative = text(manifest, "apiVersion").startsWith("serving.knative.dev/");
    values.put("how sidecars go in", options.nativeSidecars() && !knative ? "native" : "ordinary");
    values.put("workload.kind", manifest.get("kind"));
    values.put("workload.name", metadata.get("name"));
    values.put("workload.namespace", metadata.getOrDefault("namespace", options.namespace()));
  }

  private void putContainer(Map<String, Object> pod) {
    Map<String, Object> target =
        maps(fill(spec.getOrDefault("targets", List.of()))).stream().findFirst().orElse(Map.of());
    List<Map<String, Object>> containers = new ArrayList<>();
    for (String list : List.of("containers", "initContainers")) {
      for (Map<String, Object> container : maps(map(pod.get("spec")).get(list))) {
        boolean application = !text(container, "restartPolicy").equals("Always");
        if (application && selects(target, list, text(container, "name"))) {
          containers.add(container);
        }
      }
    }
    if (!containers.isEmpty()) {
      Map<String, Object> first = containers.get(0);
      values.put("container.name", first.get("name"));
      values.put("container.image", first.get("image"));
      maps(first.get("ports")).stream()
          .findFirst()
          .ifPresent(port -> values.put("container.port", port.get("containerPort")));
    }
  }

  /** Whether one of a target's globs means a name; all names where the target gives none at all. */
  private boolean selects(Map<String, Object> target, String list, String name) {
    if (!target.containsKey("containers") && !target.containsKey("initContainers")) {
      return list.equals("containers");
    }
    Object globs = fill(target.getOrDefault(list, List.of()));
    return ((List<?>) globs).stream().anyMatch(glob -> isGlobOf(glob.toString(), name));
  }

  static boolean isGlobOf(String glob, String name) {
    return name.matches(glob.replace(".", "\\.").replace("*", ".*").replace("?", "."));
  }

  /** What becomes of its conflicts. */
  IndependentPolicies policies() {
    return policies;
  }

  /** A part of the template's spec, with its references resolved; null if it is not there. */
  Object part(String name) {
    Object part = fill(spec.get(name));
    wordsIn(part);
    return part;
  }

  /** What Kubernetes wants as strings: values of variables, and the words of commands. */
  private static void wordsIn(Object value) {
    if (value instanceof List<?> list) {
      list.forEach(IndependentTemplate::wordsIn);
    } else if (value instanceof Map<?, ?> map) {
      for (Map<String, Object> variable : maps(map.get("env"))) {
        variable.computeIfPresent("value", (key, text) -> text.toString());
      }
      for (String words : List.of("args", "command")) {
        if (map.get(words) instanceof List<?> list) {
          map(map).put(words, list.stream().map(Object::toString).toList());
        }
      }
      map.values().forEach(IndependentTemplate::wordsIn);
    }
  }

  private Object fill(Object value) {
    if (value instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      list.forEach(item -> filled.addAll(repeated(item)));
      return filled;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach(
          (key, item) -> {
            for (Object entry : repeated(item)) {
              // A list of which nothing is left is as good as none.
              boolean selects = key.toString().toLowerCase(Locale.ROOT).endsWith("containers");
              if (!List.of().equals(entry) || entry.equals(item) || selects) {
                filled.put(fillText(key.toString()).toString(), entry);
              }
            }
          });
      return filled;
    }
    return value instanceof String text ? fillText(text) : value;
  }

  /** What becomes of a value: nothing, itself, or something for each element of a list. */
  private List<Object> repeated(Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return Collections.singletonList(fill(value));
    }
    if (!holds(map.get("when"))) {
      return List.of();
    }
    Map<String, Object> bare = new LinkedHashMap<>(map(map));
    bare.remove("when");
    Object list = bare.remove("forEach");
    boolean ruled = bare.size() < map.size();
    if (list == null) {
      return Collections.singletonList(meant(bare, ruled));
    }
    List<Object> filled = new ArrayList<>();
    for (Object element : (List<?>) values.get("params." + list)) {
      Object outer = values.put("item", element);
      filled.add(meant(bare, ruled));
      values.put("item", outer);
    }
    return Collections.unmodifiableList(filled);
  }

  /** What a mapping without its rules stands for. */
  private Object meant(Map<String, Object> bare, boolean ruled) {
    if (ruled && bare.keySet().equals(Set.of("value"))) {
      return fill(bare.get("value"));
    }
    if (bare.keySet().equals(Set.of("yaml"))) {
      return IndependentText.yaml(fill(bare.get("yaml")));
    }
    return bare.keySet().equals(Set.of("json"))
        ? IndependentText.json(fill(bare.get("json")))
        : fill(bare);
  }

  private boolean holds(Object condition) {
    if (condition instanceof List<?> list) {
      return list.stream().allMatch(this::holds);
    }
    if (condition instanceof Map<?, ?> map && map.containsKey("sidecars")) {
      return map.get("sidecars").equals(values.get("how sidecars go in"));
    }
    if (condition instanceof Map<?, ?> map) {
      Object value = values.get("params." + map.get("param"));
      return map.containsKey("in")
          ? ((List<?>) map.get("in")).contains(value)
          : !((List<?>) map.get("notIn")).contains(value);
    }
    return condition == null
        || (boolean) (condition instanceof String text ? fillText(text) : condition);
  }

  private Object fillText(String text) {
    Matcher matcher = REFERENCE.matcher(text);
    if (matcher.matches() && matcher.group(1).isEmpty()) {
      return values.get(matcher.group(2));
    }
    return matcher.replaceAll(
        found ->
            Matcher.quoteReplacement(
                found.group(1).isEmpty()
                    ? String.valueOf(values.get(found.group(2)))
                    : found.group().substring(1)));
  }

  /** What a command line says. */
  record Options(List<String> arguments) {
    Map<String, Object> set() {
      Map<String, Object> set = new HashMap<>();
      for (int i = 0; i + 1 < arguments.size(); i++) {
        if (arguments.get(i).equals("--set")) {
          String[] pair = arguments.get(i + 1).split("=", 2);
          set.put(pair[0], pair[1]);
        }
      }
      return set;
    }

    String namespace() {
      return after("-n", "");
    }

    boolean nativeSidecars() {
      String minor = after("--kubernetes-version", "1.99").replaceFirst("v?1\\.(\\d+).*", "$1");
      return Integer.parseInt(minor) >= 29;
    }

    /** Names of the catalogue's templates. */
    List<String> catalogue() {
      List<String> names = new ArrayList<>();
      for (int i = 0; i + 1 < arguments.size(); i++) {
        if (arguments.get(i).equals("-t")) {
          names.add(arguments.get(i + 1));
        }
      }
      return names;
    }

    private String after(String option, String otherwise) {
      int at = arguments.indexOf(option);
      return at < 0 ? otherwise : arguments.get(at + 1);
    }
  }
}
