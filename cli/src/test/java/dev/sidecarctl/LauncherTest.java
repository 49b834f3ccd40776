package dev.sidecarctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the launcher says where it cannot start or build the program, and how it finds itself.
 *
 * <p>{@code .ci/run} lets it build; here Maven and Java are stand-ins.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"));

  @TempDir Path folder;

  private Path tree;
  private Path tools;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    tree = Files.createDirectories(folder.resolve("a tree"));
    Files.createDirectories(tree.resolve("cli/src/main"));
    Files.createDirectories(tree.resolve("templates"));
    Files.writeString(tree.resolve("pom.xml"), "");
    Files.writeString(tree.resolve("cli/pom.xml"), "");
    program(tree.resolve("sidecarctl"), Files.readString(ROOT.resolve("sidecarctl")));
    tools = Files.createDirectories(folder.resolve("jdk/bin"));
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
    program(tools.resolve("java"), "#!/bin/sh\nfor last do :; done\necho \"java ran: $last\"\n");
    program(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        for word do
          case $word in -Dquick=*) printf jar >"cli/target/${word#-Dquick=}/sidecarctl.jar" ;; esac
        done
        """);
  }

  @Test
  void buildsOnFirstUseAndWhenASourceHasChanged() throws IOException, InterruptedException {
    assertThat(launch(tree, Map.of(), "./sidecarctl", "one"))
        .contains("sidecarctl: building", "java ran: one");
    assertThat(launch(tree, Map.of(), "./sidecarctl", "two")).isEqualTo("java ran: two\n[0]");
    Files.writeString(tree.resolve("templates/new.yaml"), "");
    assertThat(launch(tree, Map.of(), "./sidecarctl", "three"))
        .contains("sidecarctl: building", "java ran: three");
  }

  @Test
  void findsItselfFromAnywhere() throws IOException, InterruptedException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(elsewhere.resolve("link"), tree.resolve("sidecarctl"));
    assertThat(launch(elsewhere, Map.of(), "./link", "one")).endsWith("java ran: one\n[0]");
    assertThat(launch(tree, Map.of(), "/bin/sh", "sidecarctl", "two"))
        .isEqualTo("java ran: two\n[0]");
  }

  @Test
  void shRunsTheOneInThisFolderRatherThanAnInstalledOne() throws IOException, InterruptedException {
    program(tools.resolve("sidecarctl"), "#!/bin/sh\necho another one\n");
    assertThat(launch(tree, Map.of(), "/bin/sh", "sidecarctl", "one"))
        .endsWith("java ran: one\n[0]");
  }

  @Test
  void saysWhyTheBuildFailed() throws IOException, InterruptedException {
    program(
        tools.resolve("mvn"),
        """
        #!/bin/sh
        echo '[INFO] compiling'
        echo '[ERROR] Main.java:[1,2] broken'
        echo '[ERROR] -> [Help 1]'
        echo '[ERROR] '
        exit 1
        """);
    String log = tree.toRealPath().resolve("cli/target/launcher.log").toString();
    assertThat(launch(tree, Map.of(), "./sidecarctl", "one"))
        .endsWith(
            "\n[ERROR] Main.java:[1,2] broken\nsidecarctl: the build failed; all of it is in "
                + log
                + "\n[4]");
    assertThat(tree.resolve("cli/target/launcher.lock")).doesNotExist();
  }

  @Test
  void withoutMavenNothingIsLeftBehind() throws IOException, InterruptedException {
    Files.delete(tools.resolve("mvn"));
    assertThat(launch(tree, Map.of(), "./sidecarctl", "one"))
        .isEqualTo(
            "sidecarctl: no mvn found: the first use builds sidecarctl, which takes Maven 3.8 or"
                + " newer\n[127]");
    assertThat(tree.resolve("cli/target")).doesNotExist();
  }

  @Test
  void theJavaThatIsNamedHasToBeAProgram() throws IOException, InterruptedException {
    for (String wrong : List.of(folder.resolve("jdk").toString(), "/nowhere/java")) {
      assertThat(launch(tree, Map.of("SIDECARCTL_JAVA", wrong), "./sidecarctl", "one"))
          .isEqualTo(
              "sidecarctl: SIDECARCTL_JAVA is no program: "
                  + wrong
                  + " (it is to name the java of a JDK, such as /opt/jdk/bin/java)\n[127]");
    }
  }

  @Test
  void anOldJavaIsNamedWithItsVersion() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertThat(launch(tree, Map.of(), "./sidecarctl", "one"))
        .contains("Java 17 or newer is needed, not ", ", which is 11.0.2; set JAVA_HOME\n[127]");
    Files.delete(folder.resolve("jdk/release"));
    program(tools.resolve("java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
    assertThat(launch(tree, Map.of(), "./sidecarctl", "one")).contains(", which is 1.8.0_402;");
  }

  /** A java that makes archives, and says which one it is given. */
  private void javaWithArchives() throws IOException {
    program(
        tools.resolve("java"),
        """
        #!/bin/sh
        for word do
          case $word in
            -XX:ArchiveClassesAtExit=*) echo made >"${word#*=}" && exit ;;
            -XX:SharedArchiveFile=*) archive=" from an archive in ${word#*=}" ;;
          esac
        done
        echo "java ran: $word${archive%/*}"
        """);
  }

  @Test
  void anArchiveThatWasMadeIsUsed() throws IOException, InterruptedException {
    javaWithArchives();
    Map<String, String> on = Map.of("SIDECARCTL_CDS", "on", "CI", "true");
    assertThat(launch(tree, Map.of("SIDECARCTL_CDS", "make"), "./sidecarctl")).endsWith("[0]");
    String near = tree.toRealPath().resolve("cli/target/cds").toString();

    assertThat(launch(tree, on, "./sidecarctl", "one"))
        .isEqualTo("java ran: one from an archive in " + near + "\n[0]");
    assertThat(launch(tree, Map.of(), "./sidecarctl", "two")).isEqualTo("java ran: two\n[0]");
  }

  @Test
  void anotherJarOrJavaNeverRunsFromAnOldArchive() throws IOException, InterruptedException {
    javaWithArchives();
    Map<String, String> on = Map.of("SIDECARCTL_CDS", "on", "CI", "true");
    launch(tree, Map.of("SIDECARCTL_CDS", "make"), "./sidecarctl");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.2\"\n");
    assertThat(launch(tree, on, "./sidecarctl", "one")).isEqualTo("java ran: one\n[0]");
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"21.0.1\"\n");
    assertThat(launch(tree, on, "./sidecarctl", "two")).contains("from an archive");

    Files.writeString(tree.resolve("cli/target/sidecarctl.jar"), "another jar");
    assertThat(launch(tree, on, "./sidecarctl", "three")).isEqualTo("java ran: three\n[0]");
    launch(tree, Map.of("SIDECARCTL_CDS", "make"), "./sidecarctl");
    assertThat(launch(tree, on, "./sidecarctl", "four")).contains("from an archive");
    try (Stream<Path> archives = Files.list(tree.resolve("cli/target/cds"))) {
      assertThat(archives).as("the old one has gone").hasSize(1);
    }
  }

  @Test
  void theFirstRunMakesOneForTheNextWithoutAWord() throws IOException, InterruptedException {
    javaWithArchives();
    launch(tree, Map.of(), "./sidecarctl");
    Map<String, String> on = Map.of("SIDECARCTL_CDS", "on");

    assertThat(launch(tree, Map.of("SIDECARCTL_CDS", "on", "CI", "true"), "./sidecarctl", "one"))
        .isEqualTo("java ran: one\n[0]");
    assertThat(launch(tree, on, "./sidecarctl", "two")).isEqualTo("java ran: two\n[0]");
    String third = "";
    for (int tries = 0; tries < 100 && !third.contains("archive"); tries++) {
      Thread.sleep(100);
      third = launch(tree, Map.of("SIDECARCTL_CDS", "on", "CI", "true"), "./sidecarctl", "three");
    }
    assertThat(third).contains("java ran: three from an archive");
  }

  @Test
  void anInstallationThatCannotBeWrittenHasItsArchiveAtHome()
      throws IOException, InterruptedException {
    javaWithArchives();
    Path bin = Files.createDirectories(folder.resolve("opt/it/bin"));
    Path lib = Files.createDirectories(folder.resolve("opt/it/lib"));
    program(bin.resolve("sidecarctl"), Files.readString(ROOT.resolve("sidecarctl")));
    Files.writeString(lib.resolve("sidecarctl.jar"), "jar");
    Files.writeString(lib.resolve("sidecarctl.jar.sum"), "0123\n");
    Files.writeString(lib.resolve("cds"), "no folder, and so none to write to");

    String ran = "";
    for (int tries = 0; tries < 100 && !ran.contains("archive"); tries++) {
      ran = launch(bin, Map.of("SIDECARCTL_CDS", "on"), "./sidecarctl", "one");
      Thread.sleep(100);
    }
    assertThat(ran)
        .isEqualTo(
            "java ran: one from an archive in "
                + folder.resolve("home/.cache/sidecarctl")
                + "\n[0]");
    assertThat(Files.getPosixFilePermissions(folder.resolve("home/.cache/sidecarctl")))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  /** All that is printed, then the exit status in brackets. */
  private String launch(Path where, Map<String, String> environment, String... words)
      throws IOException, InterruptedException {
    Path printed = folder.resolve("printed");
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "exec \"$@\"", "sh"));
    command.addAll(List.of(words));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(where.toFile())
            .redirectErrorStream(true)
            .redirectOutput(printed.toFile());
    builder.environment().remove("JAVA_HOME");
    builder.environment().remove("SIDECARCTL_JAVA");
    builder.environment().remove("CI");
    builder.environment().remove("XDG_CACHE_HOME");
    builder.environment().put("HOME", folder.resolve("home").toString());
    builder.environment().put("SIDECARCTL_CDS", "off");
    builder.environment().put("PATH", tools + ":" + hostToolsWithoutMaven());
    builder.environment().putAll(environment);
    int status = builder.start().waitFor();
    return Files.readString(printed) + "[" + status + "]";
  }

  /** A folder with what the launcher needs of the host, so that no Maven and no Java is found. */
  private Path hostToolsWithoutMaven() throws IOException {
    Path host = folder.resolve("host");
    if (Files.exists(host)) {
      return host; // not written anew under the feet of a launcher at work in the background
    }
    Files.createDirectories(host);
    for (String name :
        List.of(
            "cksum",
            "find",
            "grep",
            "head",
            "mkdir",
            "mv",
            "readlink",
            "rm",
            "rmdir",
            "sleep",
            "touch")) {
      program(
          host.resolve(name),
          "#!/bin/sh\nPATH=" + System.getenv("PATH") + " exec " + name + " \"$@\"\n");
    }
    return host;
  }

  private static void program(Path path, String text) throws IOException {
    Files.writeString(path, text);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
