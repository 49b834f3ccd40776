package dev.sidecarctl.command.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidecarctl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What may happen to files between reading and renaming, step by step. */
class InPlaceFilesTest {
  private static final String OLD = "plain\n";
  private static final String NEW = "sidecar\n";
  private static final String EDITED = "plain, and edited\n";

  @TempDir Path folder;

  /** Something that befalls {@code b.yaml}, and what is said of it. */
  private record Mishap(String said, Event event) {}

  private interface Event {
    void befall(Path file) throws IOException;
  }

  private static final Map<String, Mishap> MISHAPS =
      Map.of(
          "edited",
          new Mishap("somebody has changed it", file -> Files.writeString(file, EDITED)),
          "edited to the same length",
          new Mishap("somebody has changed it", file -> Files.writeString(file, "PLAIN\n")),
          "truncated",
          new Mishap("somebody has changed it", file -> Files.writeString(file, "")),
          "replaced",
          new Mishap("somebody has changed it", InPlaceFilesTest::replaceByAnother),
          "removed",
          new Mishap("somebody has removed it", Files::delete),
          "made a folder",
          new Mishap("it has become a folder", InPlaceFilesTest::makeFolder),
          "made a link to elsewhere",
          new Mishap("the link leads elsewhere", InPlaceFilesTest::makeLink));

  @BeforeEach
  void fillTheFolder() throws IOException {
    for (String name : List.of("a.yaml", "b.yaml", "c.yaml")) {
      Files.writeString(folder.resolve(name), OLD);
    }
  }

  @TestFactory
  Stream<DynamicTest> whatHappensBeforeTheFirstRenamingForbidsAll() {
    return MISHAPS.entrySet().stream()
        .map(
            mishap ->
                DynamicTest.dynamicTest(
                    mishap.getKey(), () -> befallsBeforeRenaming(mishap.getValue())));
  }

  private void befallsBeforeRenaming(Mishap mishap) throws IOException {
    fillTheFolder();
    Path second = folder.resolve("b.yaml");
    Map<String, String> then;
    try (InPlaceFiles files = new InPlaceFiles()) {
      stage(files, "a.yaml", "b.yaml", "c.yaml");
      mishap.event().befall(second);
      then = texts();
      assertThatThrownBy(files::replaceAll)
          .isInstanceOfSatisfying(
              StoppedException.class,
              stopped -> {
                assertThat(stopped.status()).isEqualTo(ExitStatus.FAILED);
                assertThat(stopped.diagnostics()).hasSize(1);
                Diagnostic said = stopped.diagnostics().get(0);
                assertThat(said.message())
                    .isEqualTo("cannot write b.yaml: " + mishap.said() + " since it was read");
                assertThat(said.help()).startsWith("nothing was written; run the same command");
              });
    }
    assertThat(texts()).isEqualTo(then).containsEntry("a.yaml", OLD).containsEntry("c.yaml", OLD);
    assertThat(hidden()).isEmpty();
    remove(second);
  }

  @TestFactory
  Stream<DynamicTest> whatHappenedBeforeTheTextIsReadyForbidsAll() {
    return MISHAPS.entrySet().stream()
        .filter(mishap -> !mishap.getKey().contains("link"))
        .map(
            mishap ->
                DynamicTest.dynamicTest(
                    mishap.getKey(),
                    () -> {
                      fillTheFolder();
                      mishap.getValue().event().befall(folder.resolve("b.yaml"));
                      try (InPlaceFiles files = new InPlaceFiles()) {
                        stage(files, "a.yaml");
                        assertThatThrownBy(() -> stage(files, "b.yaml"))
                            .hasMessageContaining(mishap.getValue().said());
                      }
                      assertThat(texts()).containsEntry("a.yaml", OLD);
                      assertThat(hidden()).isEmpty();
                      remove(folder.resolve("b.yaml"));
                    }));
  }

  @Test
  void whatHappensWhileOthersAreRenamedIsKeptAndTheRestIsTold() throws IOException {
    Path second = folder.resolve("b.yaml");
    InPlaceFiles.Renaming withAnEditMeanwhile =
        (from, to) -> {
          Files.writeString(second, EDITED);
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        };
    stopsAtTheSecond(
        withAnEditMeanwhile, "cannot write b.yaml: somebody has changed it since it was read");
    assertThat(second).hasContent(EDITED);
  }

  @Test
  void whenAFileCannotBeReplacedTheRestIsTold() throws IOException {
    InPlaceFiles.Renaming failing =
        (from, to) -> {
          if (to.endsWith("b.yaml")) {
            throw new FileSystemException(to.toString(), null, "Device or resource busy");
          }
          Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        };
    stopsAtTheSecond(failing, "cannot replace b.yaml: device or resource busy");
    assertThat(folder.resolve("b.yaml")).hasContent(OLD);
  }

  private void stopsAtTheSecond(InPlaceFiles.Renaming renaming, String message) throws IOException {
    try (InPlaceFiles files = new InPlaceFiles(renaming)) {
      stage(files, "a.yaml", "b.yaml", "c.yaml");
      assertThatThrownBy(files::replaceAll)
          .isInstanceOfSatisfying(
              StoppedException.class,
              stopped -> {
                assertThat(stopped.status()).isEqualTo(ExitStatus.FAILED);
                assertThat(stopped.diagnostics())
                    .extracting(Diagnostic::message)
                    .containsExactly(
                        message,
                        "a.yaml was written",
                        "b.yaml was not written",
                        "c.yaml was not written");
              });
    }
    assertThat(folder.resolve("a.yaml")).hasContent(NEW);
    assertThat(folder.resolve("c.yaml")).hasContent(OLD);
    assertThat(hidden()).isEmpty();
  }

  @Test
  void whatIsNoRegularFileIsNotReplaced() {
    try (InPlaceFiles files = new InPlaceFiles()) {
      assertThatThrownBy(() -> files.stage("null", Path.of("/dev/null"), OLD, NEW))
          .hasMessage("cannot write null: it is no regular file");
    }
  }

  @Test
  void whenOneTextCannotBeWrittenNoFileIsReplaced() throws IOException {
    // Nobody, not even root, can make a file there.
    Path comm = Path.of("/proc/self/comm");
    Assumptions.assumeTrue(Files.exists(comm));
    try (InPlaceFiles files = new InPlaceFiles()) {
      stage(files, "a.yaml");
      assertThat(hidden()).hasSize(1);
      assertThatThrownBy(() -> files.stage("comm", comm, Files.readString(comm), NEW))
          .isInstanceOf(StoppedException.class)
          .hasMessageStartingWith("cannot write comm: ");
    }
    assertThat(texts()).containsEntry("a.yaml", OLD);
    assertThat(hidden()).isEmpty();
  }

  @Test
  void whatIsKeptOfAFileBesideItsText() throws IOException {
    Path file = folder.resolve("a.yaml");
    UserDefinedFileAttributeView labels =
        Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
    Assumptions.assumeTrue(labels != null);
    try {
      labels.write("reviewed", ByteBuffer.wrap("yes".getBytes(StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      Assumptions.abort("the file system has no extended attributes");
    }
    try (InPlaceFiles files = new InPlaceFiles()) {
      stage(files, "a.yaml");
      files.replaceAll();
    }
    assertThat(file).hasContent(NEW);
    assertThat(Files.getFileAttributeView(file, UserDefinedFileAttributeView.class).list())
        .containsExactly("reviewed");
  }

  @Test
  void whatAKilledProcessLeftIsRemovedAndNothingElse() throws IOException {
    String system = ProcessName.ofThis().system();
    String dead = ".sidecarctl-" + system + "-999999999-0.tmp";
    String alive = ".sidecarctl-" + system + "-1-0.tmp";
    String ours = ".sidecarctl-" + ProcessName.ofThis().text() + "-7.tmp";
    String foreign = ".sidecarctl-0-999999999-0.tmp";
    String old = ".sidecarctl-0-999999999-1.tmp";
    List<String> others = List.of(".sidecarctl.yaml", ".sidecarctl-notes", ".sidecarctl-x.tmp");
    for (String name : List.of(dead, alive, ours, foreign, old)) {
      Files.writeString(folder.resolve(name), NEW);
    }
    for (String name : others) {
      Files.writeString(folder.resolve(name), "somebody's\n");
    }
    Instant daysAgo = Instant.now().minus(Duration.ofDays(2));
    Files.setLastModifiedTime(folder.resolve(old), FileTime.from(daysAgo));

    try (InPlaceFiles files = new InPlaceFiles()) {
      files.cleanUpBeside(folder.resolve("a.yaml"));
    }

    assertThat(hidden())
        .containsExactlyInAnyOrder(
            alive, ours, foreign, others.get(0), others.get(1), others.get(2));
  }

  private void stage(InPlaceFiles files, String... names) {
    for (String name : names) {
      files.stage(name, folder.resolve(name), OLD, NEW);
    }
  }

  private static void replaceByAnother(Path file) throws IOException {
    Path other = Files.writeString(file.resolveSibling("other"), EDITED);
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
  }

  private static void makeFolder(Path file) throws IOException {
    Files.delete(file);
    Files.createDirectory(file);
    Files.writeString(file.resolve("inside"), EDITED);
  }

  private static void makeLink(Path file) throws IOException {
    Files.delete(file);
    Files.createSymbolicLink(file, Path.of("c.yaml"));
  }

  private static void remove(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      Files.delete(file.resolve("inside"));
    }
    Files.deleteIfExists(file);
  }

  /** What each file holds that is not hidden. */
  private Map<String, String> texts() throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> entries = Files.walk(folder)) {
      for (Path file : entries.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.startsWith(".")) {
          texts.put(name, Files.readString(file));
        }
      }
    }
    return texts;
  }

  private List<String> hidden() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .map(entry -> entry.getFileName().toString())
          .filter(name -> name.startsWith("."))
          .toList();
    }
  }
}
