package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder below {@code testdata/command}, as {@code testdata/README.md} describes it.
 *
 * @param path where it is
 */
record CommandCase(Path path) {
  static final String STDIN = "stdin";
  static final String STDOUT = "stdout";
  static final String STDERR = "stderr";
  static final String EXIT = "exit";
  static final String AFTER = "after";
  private static final String BEFORE = "before";
  private static final String ARGS = "args";
  private static final Set<String> FILES = Set.of(BEFORE, AFTER, ARGS, STDIN, STDOUT, STDERR, EXIT);

  /** All cases, by name. */
  static List<CommandCase> all() {
    return children(CaseFolder.ROOT.resolve("testdata/command")).stream()
        .map(CommandCase::new)
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

  /** A misspelt file would silently prove nothing. */
  void checkNames() {
    assertThat(name()).as("name of the case").matches("[a-z0-9]+(-[a-z0-9]+)*");
    assertThat(children(path))
        .as("files of the case")
        .allSatisfy(file -> assertThat(FILES).contains(file.getFileName().toString()));
    assertThat(text(ARGS)).as("a first line that tells the rule").startsWith("# ");
  }

  /** The command lines, run one after the other. */
  List<List<String>> commandLines() {
    return text(ARGS)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isBlank())
        .map(line -> List.of(line.strip().split("\\s+")))
        .toList();
  }

  String text(String file) {
    try {
      Path at = path.resolve(file);
      return Files.exists(at) ? Files.readString(at) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int expectedStatus() {
    String exit = text(EXIT).strip();
    return exit.isEmpty() ? 0 : Integer.parseInt(exit);
  }

  /** What lies in the repository at the beginning, by path. */
  Map<String, String> before() {
    return files(path.resolve(BEFORE));
  }

  /** What lies there in the end. */
  Map<String, String> after() {
    Map<String, String> files = before();
    files.putAll(files(path.resolve(AFTER)));
    return files;
  }

  /**
   * All files below a folder, by path; what belongs to Git is left out. A character stands for a
   * byte, since not every file is to be UTF-8.
   */
  static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    if (!Files.exists(folder)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
