package dev.sidecarctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
  @TempDir Path folder;

  private LauncherFixture fixture;
  private Path tree;
  private Path tools;

  @BeforeEach
  void copyTheLauncher() throws IOException {
    fixture = new LauncherFixture(folder);
    tree = fixture.tree();
    tools = fixture.tools();
  }

  @Test
  void buildsOnFirstUseAndWhenASourceHasChanged() throws IOException, InterruptedException {
    assertThat(fixture.launch(tree, Map.of(), "./sidecarctl", "one"))
        .contains("sidecarctl: building", "java ran: one");
    assertThat(fixture.launch(tree, Map.of(), "./sidecarctl", "two"))
        .isEqualTo("java ran: two\n[0]");
    Files.writeString(tree.resolve("templates/new.yaml"), "");
    assertThat(fixture.launch(tree, Map.of(), "./sidecarctl", "three"))
        .contains("sidecarctl: building", "java ran: three");
  }

  @Test
  void findsItselfFromAnywhere() throws IOException, InterruptedException {
    Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
    Files.createSymbolicLink(elsewhere.resolve("link"), tree.resolve("sidecarctl"));
    assertThat(fixture.launch(elsewhere, Map.of(), "./link", "one")).endsWith("java ran: one\n[0]");
    assertThat(fixture.launch(tree, Map.of(), "/bin/sh", "sidecarctl", "two"))
        .isEqualTo("java ran: two\n[0]");
  }

  @Test
  void shRunsTheOneInThisFolderRatherThanAnInstalledOne() throws IOException, InterruptedException {
    LauncherFixture.program(tools.resolve("sidecarctl"), "#!/bin/sh\necho another one\n");
    assertThat(fixture.launch(tree, Map.of(), "/bin/sh", "sidecarctl", "one"))
        .endsWith("java ran: one\n[0]");
  }

  @Test
  void saysWhyTheBuildFailed() throws IOException, InterruptedException {
    LauncherFixture.program(
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
    assertThat(fixture.launch(tree, Map.of(), "./sidecarctl", "one"))
        .endsWith(
            "\n[ERROR] Main.java:[1,2] broken\nsidecarctl: the build failed; all of it is in "
                + log
                + "\n[4]");
    assertThat(tree.resolve("cli/target/launcher.lock")).doesNotExist();
  }

  @Test
  void withoutMavenNothingIsLeftBehind() throws IOException, InterruptedException {
    Files.delete(tools.resolve("mvn"));
    assertThat(fixture.launch(tree, Map.of(), "./sidecarctl", "one"))
        .isEqualTo(
            "sidecarctl: no mvn found: the first use builds sidecarctl, which takes Maven 3.8 or"
                + " newer\n[127]");
    assertThat(tree.resolve("cli/target")).doesNotExist();
  }

  @Test
  void theJavaThatIsNamedHasToBeAProgram() throws IOException, InterruptedException {
    for (String wrong : List.of(folder.resolve("jdk").toString(), "/nowhere/java")) {
      assertThat(fixture.launch(tree, Map.of("SIDECARCTL_JAVA", wrong), "./sidecarctl", "one"))
          .isEqualTo(
              "sidecarctl: SIDECARCTL_JAVA is no program: "
                  + wrong
                  + " (it is to name the java of a JDK, such as /opt/jdk/bin/java)\n[127]");
    }
  }

  @Test
  void anOldJavaIsNamedWithItsVersion() throws IOException, InterruptedException {
    Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");
    assertThat(fixture.launch(tree, Map.of(), "./sidecarctl", "one"))
        .contains("Java 17 or newer is needed, not ", ", which is 11.0.2; set JAVA_HOME\n[127]");
    Files.delete(folder.resolve("jdk/release"));
    LauncherFixture.program(
        tools.resolve("java"), "#!/bin/sh\necho 'openjdk version \"1.8.0_402\"' >&2\n");
    assertThat(fixture.launch(tree, Map.of(), "./sidecarctl", "one"))
        .contains(", which is 1.8.0_402;");
  }
}
