package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.InPlaceFiles;
import dev.sidecarctl.command.file.StoppedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InPlaceTest extends ToolFixture {
  private static final byte[] OLD = "plain\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] NEW = "new\n".getBytes(StandardCharsets.UTF_8);

  @Test
  void thereAndBack() throws Exception {
    file("k8s/a.yaml", "\uFEFFa: plain\r\n");
    file("k8s/b.yaml", "b: plain");

    inject("-i", "k8s").ends(ExitStatus.DONE).prints("").says("k8s/a.yaml", "injected logger");
    assertThat(text("k8s/a.yaml")).isEqualTo("\uFEFFa: sidecar\r\n");
    assertThat(text("k8s/b.yaml")).isEqualTo("b: sidecar");

    run("eject", "-i", "k8s").ends(ExitStatus.DONE).prints("");
    assertThat(text("k8s/a.yaml")).isEqualTo("\uFEFFa: plain\r\n");
    assertThat(names("k8s")).containsExactly("a.yaml", "b.yaml");
  }

  @Test
  void filesThatDoNotChangeAreNotTouched() throws Exception {
    Path same = file("same.yaml", "sidecar\n");
    Files.setLastModifiedTime(same, FileTime.fromMillis(1000));
    Object key = Files.getAttribute(same, "unix:ino");

    inject("-i", "same.yaml").ends(ExitStatus.DONE);

    assertThat(Files.getLastModifiedTime(same)).isEqualTo(FileTime.fromMillis(1000));
    assertThat(Files.getAttribute(same, "unix:ino")).isEqualTo(key);
  }

  @Test
  void modeIsKept() throws Exception {
    Path path = file("a.yaml", "plain\n");
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-x-w-"));

    inject("-i", "a.yaml").ends(ExitStatus.DONE);

    assertThat(text("a.yaml")).isEqualTo("sidecar\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rwxr-x-w-");
  }

  @Test
  void linksStayLinks() throws Exception {
    file("real/a.yaml", "plain\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("real/a.yaml"));

    inject("-i", "link.yaml").ends(ExitStatus.DONE);

    assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("real/a.yaml"));
    assertThat(text("real/a.yaml")).isEqualTo("sidecar\n");
    assertThat(names(".")).containsExactly("link.yaml", "real", "t.yaml");
  }

  @Test
  void whatIsNoRegularFileIsNotReplaced() {
    try (InPlaceFiles files = new InPlaceFiles()) {
      assertThatThrownBy(() -> files.stage("null", Path.of("/dev/null"), OLD, NEW))
          .isInstanceOf(StoppedException.class)
          .hasMessage("cannot write null: it is no regular file");
    }
  }

  @Test
  void whenOneTextCannotBeWrittenNoFileIsReplaced() throws Exception {
    Path first = file("a.yaml", "plain\n");
    // Nobody, not even root, can make a file there.
    Path second = Path.of("/proc/self/comm");

    try (InPlaceFiles files = new InPlaceFiles()) {
      files.stage("a.yaml", first, OLD, NEW);
      assertThat(names(".")).hasSize(2);
      assertThatThrownBy(() -> files.stage("comm", second, Files.readAllBytes(second), NEW))
          .isInstanceOf(StoppedException.class)
          .hasMessageStartingWith("cannot write comm: ")
          .extracting(stopped -> ((StoppedException) stopped).status())
          .isEqualTo(ExitStatus.FAILED);
    }

    assertThat(text("a.yaml")).isEqualTo("plain\n");
    assertThat(names(".")).containsExactly("a.yaml");
  }

  @Test
  void whatSomebodyHasChangedMeanwhileIsNotReplaced() throws Exception {
    Path first = file("a.yaml", "plain\n");
    Path second = file("b.yaml", "plain, and edited\n");

    try (InPlaceFiles files = new InPlaceFiles()) {
      files.stage("a.yaml", first, OLD, NEW);
      assertThatThrownBy(() -> files.stage("b.yaml", second, OLD, NEW))
          .isInstanceOf(StoppedException.class)
          .hasMessage("cannot write b.yaml: somebody has changed it since it was read");
    }

    assertThat(text("a.yaml")).isEqualTo("plain\n");
    assertThat(text("b.yaml")).isEqualTo("plain, and edited\n");
    assertThat(names(".")).containsExactly("a.yaml", "b.yaml");
  }

  @Test
  void whenAFileCannotBeReplacedTheRestIsTold() throws Exception {
    Path first = file("a.yaml", "plain\n");
    Path second = file("b.yaml", "plain\n");
    Path third = file("c.yaml", "plain\n");

    try (InPlaceFiles files = new InPlaceFiles()) {
      files.stage("a.yaml", first, OLD, NEW);
      files.stage("b.yaml", second, OLD, NEW);
      files.stage("c.yaml", third, OLD, NEW);
      Files.delete(second);
      file("b.yaml/inside", "a folder has come into the way");
      assertThatThrownBy(files::replaceAll)
          .isInstanceOfSatisfying(StoppedException.class, InPlaceTest::tellsTheRest);
    }

    assertThat(text("a.yaml")).isEqualTo("new\n");
    assertThat(text("c.yaml")).isEqualTo("plain\n");
    assertThat(names(".")).containsExactly("a.yaml", "b.yaml", "c.yaml");
  }

  private static void tellsTheRest(StoppedException stopped) {
    assertThat(stopped.status()).isEqualTo(ExitStatus.FAILED);
    assertThat(stopped.diagnostics())
        .extracting(diagnostic -> diagnostic.message())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("cannot replace b.yaml: "),
            line -> assertThat(line).isEqualTo("a.yaml was written"),
            line -> assertThat(line).isEqualTo("b.yaml was not written"),
            line -> assertThat(line).isEqualTo("c.yaml was not written"));
  }

  /** The names in a folder, hidden ones too, sorted. */
  private List<String> names(String name) throws Exception {
    try (Stream<Path> entries = Files.list(folder.resolve(name))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
