package dev.sidecarctl.cases;

import static dev.sidecarctl.cases.ManifestData.map;
import static dev.sidecarctl.cases.ManifestData.maps;
import static dev.sidecarctl.cases.ManifestData.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The template that is made out of a pod with a sidecar in it gives that pod back when it goes into
 * the pod without, and adopts what is there already. {@code NAME.template.yaml} is what is made;
 * {@code -Dupdate=true} writes it anew, and fails.
 */
class CopiedTest {
  private static final Path FOLDER = CaseFolder.ROOT.resolve("testdata/copied");
  private static final String TEMPLATE = ".template.yaml";
  private static final Comparator<Object> BY_TEXT = Comparator.comparing(String::valueOf);

  private static final String DEFAULT_CONTAINER = "kubectl.kubernetes.io/default-container";

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> givesThePodBack() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> pods = files.filter(file -> !file.toString().endsWith(TEMPLATE)).sorted().toList();
      assertThat(pods).hasSizeGreaterThanOrEqualTo(20);
      return pods.stream()
          .map(pod -> DynamicTest.dynamicTest(pod.getFileName().toString(), () -> check(pod)));
    }
  }

  private void check(Path file) throws IOException {
    String manifest = Files.readString(file);
    List<String> arguments =
        new ArrayList<>(List.of("template", "new", "copy", "--from", "pod.yaml"));
    List<String> sidecars =
        List.of(manifest.lines().findFirst().orElseThrow().replace("# sidecar: ", "").split(", "));
    sidecars.forEach(name -> arguments.addAll(List.of("--container", name)));
    Files.writeString(folder.resolve("pod.yaml"), manifest);
    String template = run(arguments);
    golden(file, template);
    Files.writeString(folder.resolve("copy.yaml"), template);

    List<Object> whole = ManifestData.documents(manifest, false);
    String bare = ManifestData.JSON.writeValueAsString(without(whole.get(0), sidecars, template));
    Files.writeString(folder.resolve("bare.json"), bare);
    String given = run(List.of("inject", "-q", "-f", "bare.json", "-t", "./copy.yaml"));
    assertThat(data(given)).as("injected into the pod without it").isEqualTo(data(manifest));

    if (manifest.contains("kube-api-access-")) {
      return; // what runs in a cluster has tokens that no template gives
    }
    String adopted = run(List.of("inject", "-q", "--adopt", "-f", "pod.yaml", "-t", "./copy.yaml"));
    assertThat(adopted).contains("sidecarctl.dev/status");
    assertThat(data(adopted)).as("adopted").isEqualTo(data(manifest));
    Files.writeString(folder.resolve("adopted.yaml"), adopted);
    String ejected = run(List.of("eject", "-q", "-f", "adopted.yaml"));
    assertThat(data(ejected)).as("ejected").isEqualTo(data(bare));
  }

  private static void golden(Path file, String template) throws IOException {
    Path golden = Path.of(file.toString().replaceFirst("\\.yaml$", TEMPLATE));
    String before = Files.exists(golden) ? Files.readString(golden) : "";
    if (Boolean.getBoolean("update") && !before.equals(template)) {
      Files.writeString(golden, template);
    }
    assertThat(template).isEqualTo(before);
  }

  private String run(List<String> arguments) {
    ToolRun run = ToolRun.of(folder, arguments);
    assertThat(run.status()).as(run.err()).isZero();
    return new String(run.out(), StandardCharsets.UTF_8);
  }

  /** A document without the sidecars and what the template says that they brought. */
  private static Object without(Object document, List<String> sidecars, String template) {
    Map<String, Object> spec = map(map(ManifestData.documents(template, false).get(0)).get("spec"));
    for (Map<String, Object> manifest : ManifestData.manifests(document)) {
      ManifestData.pod(manifest)
          .filter(pod -> names(pod, "containers", "initContainers").containsAll(sidecars))
          .ifPresent(pod -> strip(map(pod.get("spec")), sidecars, spec));
    }
    return document;
  }

  private static List<String> names(Map<String, Object> pod, String... lists) {
    List<String> names = new ArrayList<>();
    for (String list : lists) {
      maps(map(pod.get("spec")).get(list)).forEach(one -> names.add(text(one, "name")));
    }
    return names;
  }

  private static void strip(
      Map<String, Object> pod, List<String> sidecars, Map<String, Object> spec) {
    Map<String, Object> paths = new LinkedHashMap<>();
    maps(spec.get("parameters"))
        .forEach(one -> paths.put("$(params." + one.get("name") + ")", one.get("default")));
    List<String> volumes = maps(spec.get("volumes")).stream().map(v -> text(v, "name")).toList();
    remove(pod, "volumes", volume -> volumes.contains(text(volume, "name")));
    if (spec.containsKey("pod")) {
      pod.remove("shareProcessNamespace");
    }
    for (String list : List.of("containers", "initContainers")) {
      remove(pod, list, container -> sidecars.contains(text(container, "name")));
      for (Map<String, Object> container : maps(pod.get(list))) {
        remove(container, "volumeMounts", mount -> volumes.contains(text(mount, "name")));
        for (Map<String, Object> target : maps(spec.get("targets"))) {
          List<String> variables =
              maps(target.get("env")).stream().map(v -> text(v, "name")).toList();
          boolean every =
              !target.containsKey("containers") && !target.containsKey("initContainers");
          boolean meant =
              every
                  ? list.equals("containers")
                  : ((List<?>) target.getOrDefault(list, List.of()))
                      .contains(text(container, "name"));
          if (meant) {
            remove(container, "env", variable -> variables.contains(text(variable, "name")));
          }
        }
      }
    }
  }

  private static void remove(
      Map<String, Object> from,
      String list,
      java.util.function.Predicate<Map<String, Object>> which) {
    if (from.get(list) instanceof List<?>) {
      List<Map<String, Object>> kept = maps(from.get(list));
      kept.removeIf(which);
      if (kept.isEmpty()) {
        from.remove(list);
      } else {
        from.put(list, kept);
      }
    }
  }

  /**
   * What lists of volumes, mounts and variables hold counts, not in which order. A container in
   * front is not what kubectl is to talk to, so that is said, and a token's volume comes from the
   * cluster.
   */
  private static Object data(String text) {
    Object document = ManifestData.documents(text, false).get(0);
    ManifestData.manifests(document).forEach(ManifestData::takeRecord);
    return sorted("", document);
  }

  private static Object sorted(String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach(
          (name, item) -> {
            Object inner = sorted(name.toString(), item);
            if (!name.equals(DEFAULT_CONTAINER)
                && !Map.of().equals(inner)
                && !isTokens(name, inner)) {
              sorted.put(name.toString(), inner);
            }
          });
      return sorted;
    }
    if (value instanceof List<?> list) {
      Stream<Object> items = list.stream().map(item -> sorted("", item));
      boolean keyed = List.of("volumes", "volumeMounts", "env").contains(key);
      return (keyed ? items.sorted(BY_TEXT) : items).toList();
    }
    return value;
  }

  private static boolean isTokens(Object key, Object value) {
    return key.equals("volumeMounts")
        && value instanceof List<?> list
        && list.stream().allMatch(mount -> mount.toString().contains("kube-api-access-"));
  }
}
