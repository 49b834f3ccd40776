package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.cases.ProgramConfiguration.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Templates whose programs cannot be run say nothing that these do not know: {@code
 * testdata/arguments} has what their documentation names, with the kind of each value.
 */
class CatalogueArgumentsTest {
  private static final Path ROOT = CaseFolder.ROOT;
  private static final Map<String, String> KINDS =
      Map.of(
          "text", ".*",
          "flag", "",
          "integer", "-?[0-9]+",
          "duration", "[0-9]+[smh]",
          "size", "[0-9]+(B|[KMG]B?)");

  /** Each case of the catalogue of which there are such data. */
  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("testdata/arguments"))) {
      for (Path file : files.sorted().toList()) {
        String template = file.getFileName().toString().replace(".txt", "");
        for (CaseFolder folder : CaseFolder.below("templates/" + template + "/cases")) {
          cases.add(Arguments.of(template, folder.path()));
        }
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void areKnown(String template, Path folder) throws IOException {
    List<Entry> told = told(template, container(template, folder.resolve("expected.yaml")));

    assertThat(told).hasSizeGreaterThan(5);
    assertThat(faults(told, known(template))).isEmpty();
  }

  @Test
  void anUnknownOneIsFound() throws IOException {
    List<Entry> told =
        List.of(
            new Entry("--repo", "https://a"),
            new Entry("--reff", "main"),
            new Entry("--depth", "one"),
            new Entry("--submodules", "on"));

    assertThat(faults(told, known("git-sync")))
        .containsExactly("--reff", "--depth one", "--submodules on");
  }

  /** Whoever has a template that is not run has data here, and the other way round. */
  @Test
  void areThereForWhatIsNotRun() throws IOException {
    List<String> listed = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("templates/NOT-RUN.md"))) {
      if (line.startsWith("| `")) {
        listed.add(line.split("`")[1]);
      }
    }
    for (CatalogueTemplate template : CatalogueTemplate.all()) {
      String name = template.name();
      boolean run = Files.exists(ROOT.resolve(".ci/sidecars/" + name + ".py"));
      boolean data = Files.exists(ROOT.resolve("testdata/arguments/" + name + ".txt"));
      assertThat(List.of(run, data))
          .as(name)
          .isEqualTo(List.of(!listed.contains(name), listed.contains(name)));
    }
  }

  private static Map<String, String> known(String template) throws IOException {
    Map<String, String> known = new LinkedHashMap<>();
    for (String line :
        Files.readAllLines(ROOT.resolve("testdata/arguments/" + template + ".txt"))) {
      if (!line.startsWith("#")) {
        int blank = line.indexOf(' ');
        known.put(line.substring(0, blank), line.substring(blank + 1));
      }
    }
    return known;
  }

  private static List<String> faults(List<Entry> told, Map<String, String> known) {
    List<String> faults = new ArrayList<>();
    for (Entry entry : told) {
      String any = entry.name().substring(0, entry.name().lastIndexOf('/') + 1) + "*";
      String kind = known.getOrDefault(entry.name(), known.get(any));
      if (kind == null) {
        faults.add(entry.name());
      } else {
        String bare = entry.value().replaceAll("^\"(.*)\"$", "$1");
        if (!bare.matches(KINDS.getOrDefault(kind, kind))) {
          faults.add(entry.name() + " " + bare);
        }
      }
    }
    return faults;
  }

  private static List<Entry> told(String template, JsonNode container) {
    List<String> arguments = new ArrayList<>();
    container.path("args").forEach(word -> arguments.add(word.asString()));
    List<Entry> told = new ArrayList<>();
    container
        .path("env")
        .forEach(item -> told.add(new Entry("env/" + item.get("name").asString(), "")));
    switch (template) {
      case "log-collector" -> told.addAll(ProgramConfiguration.fluentBit(arguments));
      case "logstash" -> {
        List<String> apart =
            List.of("-e", "--path.data", "--api.http.host", "--api.http.port", "--log.format");
        told.addAll(ProgramConfiguration.options(arguments, apart));
        told.addAll(ProgramConfiguration.blocks(arguments.get(1)));
        told.removeIf(entry -> entry.name().equals("-e"));
      }
      case "fluentd" -> {
        told.addAll(ProgramConfiguration.options(arguments, List.of("-c", "-p")));
        told.addAll(ProgramConfiguration.fluentd(configuration(container)));
      }
      case "vault-agent" -> {
        told.addAll(
            ProgramConfiguration.options(arguments.subList(1, arguments.size()), List.of()));
        told.addAll(ProgramConfiguration.blocks(configuration(container)));
      }
      default -> told.addAll(ProgramConfiguration.options(arguments, List.of()));
    }
    return told;
  }

  private static String configuration(JsonNode container) {
    return container.get("configuration").asString();
  }

  /** The sidecar, with the configuration that an init container of its writes. */
  private static JsonNode container(String template, Path manifest) throws IOException {
    JsonNode object = JsonMapper.shared().readTree(json(manifest));
    JsonNode first =
        object.path("kind").asString().equals("List") ? object.get("items").get(0) : object;
    JsonNode spec = first.findValue("containers") == null ? first : first.findParent("containers");
    ObjectNode found = null;
    String configuration = "";
    for (String list : List.of("initContainers", "containers")) {
      for (JsonNode item : spec.path(list)) {
        if (item.get("name").asString().equals(template)) {
          found = (ObjectNode) item;
        } else if (item.get("name").asString().equals(template + "-config")) {
          for (JsonNode part : item.get("env")) {
            configuration += part.get("value").asString();
          }
        }
      }
    }
    assertThat(found).as("container " + template).isNotNull();
    return found.put("configuration", configuration);
  }

  private static String json(Path manifest) throws IOException {
    ToolRun run =
        ToolRun.of(
            ROOT, List.of("eject", "-q", "-t", "none", "-o", "json", "-f", manifest.toString()));
    return new String(run.out(), StandardCharsets.UTF_8);
  }
}
