package dev.sidecarctl.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A manifest below {@code testdata/corpus}.
 *
 * @param path where it is
 */
record CorpusManifest(Path path) {
  static final Path CORPUS = CaseFolder.ROOT.resolve("testdata/corpus");
  static final String KUSTOMIZATION = "kustomization.yaml";

  /** All of them, by path. */
  static List<CorpusManifest> all() {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(yaml|json)"))
          .sorted()
          .map(CorpusManifest::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its path in the corpus, with slashes. */
  String name() {
    return CORPUS.relativize(path).toString().replace('\\', '/');
  }

  boolean isJson() {
    return name().endsWith(".json");
  }

  byte[] bytes() {
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /**
   * Makes a case of it, without expectations.
   *
   * @param folder where the case is to be; it is made
   * @param template what is to be injected
   */
  CaseFolder asCase(Path folder, CorpusTemplate template) {
    String input = isJson() ? "input.json" : "input.yaml";
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(input), bytes());
      Files.writeString(folder.resolve("template.yaml"), template.text());
      Files.writeString(folder.resolve("args"), String.join(" ", template.arguments()));
      Path kustomization = path.resolveSibling(KUSTOMIZATION);
      if (Files.exists(kustomization) && !kustomization.equals(path)) {
        String beside = Files.readString(kustomization);
        String renamed = beside.replace(path.getFileName().toString(), input);
        Files.writeString(folder.resolve(KUSTOMIZATION), renamed);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new CaseFolder(folder);
  }
}
