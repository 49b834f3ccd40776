package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InPlaceTest extends ToolFixture {

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
  void aChainOfLinksIsFollowedToItsEnd() throws Exception {
    file("real/a.yaml", "plain\n");
    Files.createDirectories(folder.resolve("k8s"));
    Files.createSymbolicLink(folder.resolve("real/middle"), Path.of("a.yaml"));
    Path link = Files.createSymbolicLink(folder.resolve("k8s/a.yaml"), Path.of("../real/middle"));

    inject("-i", "k8s").ends(ExitStatus.DONE).says("k8s/a.yaml: ");

    assertThat(Files.readSymbolicLink(link)).isEqualTo(Path.of("../real/middle"));
    assertThat(text("real/a.yaml")).isEqualTo("sidecar\n");
    assertThat(names("real")).containsExactly("a.yaml", "middle");
    assertThat(names("k8s")).containsExactly("a.yaml");
  }

  @Test
  void aLinkThatLeadsNowhereForbidsAll() throws Exception {
    file("a.yaml", "plain\n");
    Files.createSymbolicLink(folder.resolve("b.yaml"), Path.of("nowhere"));

    inject("-i", "a.yaml", "b.yaml").ends(ExitStatus.FAILED).says("a link to a file that does not");

    assertThat(text("a.yaml")).isEqualTo("plain\n");
  }

  @Test
  void hardLinksAreWarnedOf() throws Exception {
    Path first = file("a.yaml", "plain\n");
    Path other = Files.createLink(folder.resolve("other"), first);
    String said = "a.yaml is one of 2 hard links to a file: the other one keeps the old text";

    inject("--check", "a.yaml").ends(ExitStatus.WOULD_CHANGE);
    inject("-i", "--warnings-as-errors", "a.yaml")
        .ends(ExitStatus.REFUSED)
        .says("error[hard-link]: " + said);
    assertThat(text("a.yaml")).isEqualTo("plain\n");
    inject("-i", "a.yaml").ends(ExitStatus.DONE).says("warning[hard-link]: " + said);
    assertThat(text("a.yaml")).isEqualTo("sidecar\n");
    assertThat(other).hasContent("plain\n");

    // What does not change is not replaced, and nothing is to be said.
    Files.createLink(folder.resolve("third"), first);
    assertThat(inject("-i", "a.yaml").ends(ExitStatus.DONE).err()).doesNotContain("hard-link");
  }

  @Test
  void aFileOfTwoNamesIsWorkedOnOnceUnderTheFirst() throws Exception {
    file("k8s/x.yaml", "plain\n");
    Files.createSymbolicLink(folder.resolve("link.yaml"), Path.of("k8s/x.yaml"));

    assertThat(inject("-i", "./k8s/x.yaml", "link.yaml", "k8s/*.yaml", "k8s").err())
        .isEqualTo("./k8s/x.yaml: Deployment shop/web: injected logger\n");
    assertThat(text("k8s/x.yaml")).isEqualTo("sidecar\n");
  }

  /** The names in a folder, hidden ones too, sorted. */
  private List<String> names(String name) throws Exception {
    try (Stream<Path> entries = Files.list(folder.resolve(name))) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
