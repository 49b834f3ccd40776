package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sidecarctl.command.ToolProcess.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a real process meets: rights, full disks, pipes, signals, names of foreign bytes. */
@DisabledOnOs(OS.WINDOWS)
class InPlaceProcessTest {
  private static final Path EXAMPLE =
      Path.of(System.getProperty("sidecarctl.root"), "testdata/example/app.yaml");

  private static final String INJECT = "\"$@\" inject -t sidecar-logger ";

  /** Root, but held to the rights of files like everybody else. */
  private static final String WITHOUT_PRIVILEGE =
      "setpriv --bounding-set=-dac_override,-dac_read_search ";

  private static final String UNPRIVILEGED =
      "if [ \"$(id -u)\" = 0 ]; then set -- " + WITHOUT_PRIVILEGE + "\"$@\"; fi; ";

  @TempDir Path folder;
  @TempDir Path outputs;

  private ToolProcess tool;
  private String manifest;

  @BeforeEach
  void open() throws Exception {
    tool = new ToolProcess(folder, outputs);
    manifest = Files.readString(EXAMPLE);
  }

  private Path manifest(String name) throws Exception {
    return Files.writeString(folder.resolve(name), manifest);
  }

  private static void needs(String command) throws Exception {
    ProcessBuilder test = new ProcessBuilder("/bin/sh", "-c", command + " >/dev/null 2>&1");
    assumeTrue(test.start().waitFor() == 0, "there is no " + command);
  }

  private static void needsRights() throws Exception {
    needs("[ \"$(id -u)\" != 0 ] || " + WITHOUT_PRIVILEGE + "true");
  }

  @Test
  void aFolderWhereNoFileCanBeMadeIsRefused() throws Exception {
    needsRights();
    Path first = manifest("a.yaml");
    Files.createDirectory(folder.resolve("closed"));
    Path second = manifest("closed/b.yaml");
    Files.setPosixFilePermissions(
        folder.resolve("closed"), PosixFilePermissions.fromString("r-xr-xr-x"));

    Ended ended = tool.run(UNPRIVILEGED + INJECT + "-i a.yaml closed");

    assertThat(ended.err())
        .contains(
            "error[cannot-write]: cannot write closed/b.yaml: no file can be made in its folder:"
                + " permission denied",
            "nothing was written");
    assertThat(ended.status()).isEqualTo(4);
    open(folder.resolve("closed"));
    assertThat(first).hasContent(manifest);
    assertThat(second).hasContent(manifest);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void aReadOnlyFileIsRefusedEvenWhereItsFolderIsWritable() throws Exception {
    needsRights();
    Path file = manifest("a.yaml");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

    Ended ended = tool.run(UNPRIVILEGED + INJECT + "-i a.yaml");

    assertThat(ended.err()).contains("cannot write a.yaml: it is read-only");
    assertThat(ended.status()).isEqualTo(4);
    assertThat(file).hasContent(manifest);
  }

  @Test
  void aFullDiskLeavesEveryFileAsItWas() throws Exception {
    needs("unshare -rm mount -t tmpfs tmpfs /mnt");
    manifest("template");
    Path script =
        Files.writeString(
            folder.resolve("full"),
            """
            mkdir disk && mount -t tmpfs -o size=48k tmpfs disk || exit 77
            i=0
            while cp template "disk/$i.yaml" 2>/dev/null; do i=$((i + 1)); done
            rm "disk/$i.yaml"
            "$@" inject -t sidecar-logger -i disk
            status=$?
            for file in disk/*.yaml; do cmp template "$file" || exit 78; done
            ls -A disk | grep -v yaml && exit 79
            exit "$status"
            """);

    Ended ended = tool.run("exec unshare -rm sh " + script + " \"$@\"");

    assertThat(ended.err()).contains(": no space left on device", "nothing was written");
    assertThat(ended.out()).isEmpty();
    assertThat(ended.status()).isEqualTo(4);
  }

  @Test
  void aLimitOfTheSizeOfFilesIsAnErrorLikeAFullDisk() throws Exception {
    Path file = manifest("a.yaml");

    Ended ended = tool.run("ulimit -f 1; " + INJECT + "-i a.yaml 2>/dev/null");

    assertThat(ended.status()).isEqualTo(4);
    assertThat(file).hasContent(manifest);
    assertThat(leftovers()).isEmpty();
  }

  @Test
  void pipesAndDevicesAreReadWhereTheyAreNamed() throws Exception {
    manifest("a.yaml");
    String plain = tool.run(INJECT + "-q -f a.yaml").out();
    assertThat(plain).contains("name: sidecar-logger");

    for (String way :
        List.of(
            "cat a.yaml | " + INJECT + "-q -f /dev/stdin",
            INJECT + "-q -f /dev/stdin <a.yaml",
            "mkfifo pipe; cat a.yaml >pipe & " + INJECT + "-q -f pipe",
            "cat a.yaml | " + INJECT + "-q - /dev/stdin")) {
      assertThat(tool.run(way).out()).as(way).isEqualTo(plain);
    }
  }

  @Test
  void pipesAndDevicesAreNotWritten() throws Exception {
    Ended ended = tool.run("mkfifo pipe.yaml; " + INJECT + "-i pipe.yaml");

    assertThat(ended.err())
        .isEqualTo(
            """
            error[usage]: -i cannot write pipe.yaml: it is a pipe or a device, not a file
               = help: leave -i out, and the manifest goes to stdout
            """);
    assertThat(ended.status()).isEqualTo(2);
    assertThat(tool.run(INJECT + "-i /dev/null").status()).isEqualTo(2);
  }

  @Test
  void pipesInAFolderArePassedOver() throws Exception {
    Path file = manifest("a.yaml");

    Ended ended = tool.run("mkfifo b.yaml; " + INJECT + "-v -i . && " + INJECT + "-q '*.yaml'");

    assertThat(ended.err()).contains("b.yaml is a pipe or a device, not a file: passed over");
    assertThat(ended.status()).isZero();
    assertThat(Files.readString(file)).contains("name: sidecar-logger").isEqualTo(ended.out());
  }

  @Test
  void noNameOfAFileIsLostWhateverTheLocale() throws Exception {
    Ended made =
        tool.run(
            "cp "
                + EXAMPLE
                + " -- -dash.yaml; for name in \"$(printf 'l\\351.yaml')\" \"$(printf"
                + " 'a\\nb.yaml')\" 'a b.yaml' \u00e9.yaml; do cp ./-dash.yaml \"$name\"; done; "
                + INJECT
                + "-i .",
            Map.of("LC_ALL", "C"));

    assertThat(made.status()).as(made.err()).isZero();
    assertThat(made.err().lines())
        .containsExactlyInAnyOrder(
            "-dash.yaml: Deployment web: injected sidecar-logger",
            "a b.yaml: Deployment web: injected sidecar-logger",
            "a b.yaml: Deployment web: injected sidecar-logger",
            "l\uFFFD.yaml: Deployment web: injected sidecar-logger",
            "\u00e9.yaml: Deployment web: injected sidecar-logger");
    Ended again = tool.run(INJECT + "--check . '*.yaml'", Map.of("LC_ALL", "C.UTF-8"));
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.err().lines()).hasSize(5);
    Ended dash = tool.run(INJECT + "--check -f=-dash.yaml -- -dash.yaml");
    assertThat(dash.status()).as(dash.err()).isZero();
  }

  @Test
  void aNameThatTheLocaleCannotTakeIsAClearError() throws Exception {
    Ended ended = tool.run(INJECT + "-i \u00e9.yaml", Map.of("LC_ALL", "C"));

    assertThat(ended.status()).isEqualTo(4);
    assertThat(ended.err())
        .startsWith("error[cannot-read]: ")
        .contains("set LC_ALL=C.UTF-8, or name its folder");
  }

  private static void open(Path closed) throws Exception {
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private List<Path> leftovers() throws Exception {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.getFileName().toString().startsWith(".")).toList();
    }
  }
}
