package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody can tell from what is printed, said and written how many threads worked on files. */
class SeveralFilesTest {
  private static final Path CORPUS =
      Path.of(System.getProperty("sidecarctl.root"), "testdata/corpus");

  @TempDir Path folder;

  private Path serial;
  private Path parallel;

  /** Everything that a run leaves behind. */
  private record Left(int status, String out, String err, Map<String, String> files) {}

  @BeforeEach
  void copyTheCorpus() throws IOException {
    serial = copy("one");
    parallel = copy("other");
  }

  private Path copy(String name) throws IOException {
    Path copy = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(CORPUS)) {
      for (Path file : files.toList()) {
        String its = file.getFileName().toString();
        if (its.endsWith(".yaml") || its.endsWith(".yml") || its.endsWith(".json")) {
          Files.copy(file, copy.resolve(its));
        }
      }
    }
    Files.createDirectories(copy.resolve("project"));
    Files.writeString(
        copy.resolve("project/.sidecarctl.yaml"),
        """
        apiVersion: sidecarctl.dev/v1
        kind: Configuration
        templates: [sidecar-logger, no-such-one]
        exclude: [b.yaml]
        """);
    for (String its : List.of("a.yaml", "b.yaml", "c.yaml")) {
      Files.writeString(copy.resolve("project").resolve(its), "kind: Pod\napiVersion: v1\n");
    }
    Files.writeString(copy.resolve("broken.yaml"), "a: [\n");
    Files.write(copy.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9, '\n'});
    return copy;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inject -t sidecar-logger -R .",
        "inject -v --check -t sidecar-logger -t log-collector -R .",
        "inject -o diff --check -t sidecar-logger -R .",
        "inject -v --only-manifests --check -R .",
        "inject -t sidecar-logger --set log-collector.x=y -R .",
        "plan -t sidecar-logger -R .",
        "status -o json -R .",
        "validate -v --kubernetes-version 1.30,1.36 -R .",
        "validate --report sarif -R .",
        "eject -R ."
      })
  void aFolderIsDoneAsByOne(String arguments) throws IOException {
    assertThat(run(parallel, "7", arguments)).isEqualTo(run(serial, "1", arguments));
  }

  @Test
  void inPlaceToo() throws IOException {
    for (Path copy : List.of(serial, parallel)) {
      refusedFiles(copy);
    }
    List<String> lines =
        List.of(
            "inject -i -t sidecar-logger .",
            "inject --check -t sidecar-logger .",
            "status .",
            "eject -i .");
    for (String line : lines) {
      Left left = run(parallel, "7", line);
      assertThat(left).as(line).isEqualTo(run(serial, "1", line));
      assertThat(left.status()).as(left.err()).isLessThan(3);
    }
  }

  /** Takes out what forbids writing. */
  private static void refusedFiles(Path copy) throws IOException {
    try (Stream<Path> files = Files.list(copy)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        if (run(copy, "1", "inject -i -t sidecar-logger " + name).status() > 2) {
          Files.delete(file);
        } else {
          run(copy, "1", "eject -i " + name);
        }
      }
    }
  }

  private static Left run(Path where, String threads, String arguments) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings around =
        new Surroundings(
            new ByteArrayInputStream(new byte[0]),
            out,
            err,
            Map.of("SIDECARCTL_THREADS", threads),
            where,
            false,
            false,
            false);
    int status = new CommandLineTool().run(List.of(arguments.split(" ")), around).code();
    return new Left(
        status,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8).replace(where.toString(), "."),
        texts(where));
  }

  private static Map<String, String> texts(Path where) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(where)) {
      for (Path file : new ArrayList<>(files.filter(Files::isRegularFile).toList())) {
        texts.put(
            where.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }
}
