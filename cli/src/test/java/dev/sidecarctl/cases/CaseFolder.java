package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A folder below {@code testdata/inject}, as {@code testdata/README.md} describes it.
 *
 * @param path where it is
 */
public record CaseFolder(Path path) {
  private static final Set<String> FILES =
      Set.of(
          "template.yaml",
          "templates",
          "args",
          "expected.diagnostics",
          "eject.diagnostics",
          "expected.report",
          "expected.exit",
          "changed-lines",
          RowsTest.FILE,
          "kustomization.yaml",
          "Chart.yaml");

  /** The folder that holds this project. */
  public static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"));

  /** All cases, by name. */
  static List<CaseFolder> all() {
    return below("testdata/inject");
  }

  /** All that is in a folder of this project, by name. */
  static List<CaseFolder> below(String folder) {
    return children(ROOT.resolve(folder)).stream()
        .filter(Files::isDirectory)
        .map(CaseFolder::new)
        .toList();
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return path.getFileName().toString();
  }

  /** {@code .yaml} or {@code .json}: that of the input, and of all that is compared with it. */
  String extension() {
    return has("input.json") ? ".json" : ".yaml";
  }

  String inputName() {
    return "input" + extension();
  }

  /** A misspelt file would silently prove nothing. */
  void checkNames() {
    assertThat(name()).as("name of the case").matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(children(path))
        .as("files of the case")
        .allSatisfy(file -> assertThat(isKnown(file.getFileName().toString())).isTrue());
    assertThat(has("input.yaml") ^ has("input.json")).as("one input").isTrue();
    assertThat(has("template.yaml") && has("templates")).as("one place of templates").isFalse();
    assertThat(has("original" + extension()) && has("eject" + extension()))
        .as("one expectation of eject")
        .isFalse();
    if (has("templates")) {
      assertThat(children(path.resolve("templates")))
          .as("templates")
          .isNotEmpty()
          .allSatisfy(file -> assertThat(file.getFileName().toString()).endsWith(".yaml"));
    }
    checkRuleIsTold();
  }

  private boolean isKnown(String file) {
    return FILES.contains(file)
        || Stream.of("input", "expected", "original", "eject")
            .anyMatch(name -> file.equals(name + extension()));
  }

  /** The reader is told what the case shows before anything else. */
  private void checkRuleIsTold() {
    List<String> first = new ArrayList<>(templates());
    first.add(inputName());
    assertThat(first)
        .as("a first line that tells the rule")
        .anySatisfy(file -> assertThat(text(file).replace("\uFEFF", "")).startsWith("# "));
  }

  boolean has(String file) {
    return Files.exists(path.resolve(file));
  }

  byte[] bytes(String file) {
    try {
      return Files.readAllBytes(path.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  String textOrNothing(String file) {
    return has(file) ? text(file) : "";
  }

  /** The output that the case expects. */
  byte[] expected() {
    String file = "expected" + extension();
    return bytes(has(file) ? file : inputName());
  }

  /** What eject gives; nothing where it is refused. */
  byte[] ejected() {
    return bytes(
        Stream.of("original", "eject")
            .map(name -> name + extension())
            .filter(this::has)
            .findFirst()
            .orElse(inputName()));
  }

  /** Whether the case says that eject is refused: by an expectation of it that is empty. */
  boolean refusesEject() {
    String file = "eject" + extension();
    return has(file) && bytes(file).length == 0;
  }

  /** The manifest that the input was once injected from; empty if it carries no sidecar yet. */
  Optional<byte[]> original() {
    String file = "original" + extension();
    return has(file) ? Optional.of(bytes(file)) : Optional.empty();
  }

  boolean isRefused() {
    return textOrNothing("expected.diagnostics").contains("error[");
  }

  int expectedStatus() {
    if (has("expected.exit")) {
      return Integer.parseInt(text("expected.exit").strip());
    }
    return isRefused() ? 3 : 0;
  }

  /** Paths of its own templates, relative to it. */
  List<String> templates() {
    if (has("templates")) {
      return children(path.resolve("templates")).stream()
          .map(file -> "templates/" + file.getFileName())
          .toList();
    }
    return has("template.yaml") ? List.of("template.yaml") : List.of();
  }

  /** The extra arguments. */
  List<String> arguments() {
    return Stream.of(textOrNothing("args").split("\\s+")).filter(word -> !word.isEmpty()).toList();
  }

  /** The whole command line. */
  List<String> commandLine() {
    List<String> line = new ArrayList<>(List.of("inject", "-f", inputName()));
    for (String template : templates()) {
      line.add("-t");
      line.add(template);
    }
    line.addAll(arguments());
    return line;
  }
}
