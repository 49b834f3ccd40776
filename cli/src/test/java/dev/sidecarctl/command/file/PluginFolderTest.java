package dev.sidecarctl.command.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginFolderTest {
  private static final String PLUGIN = "sidecarctl.dev/v1/sidecartemplate/SidecarTemplate";

  @TempDir Path folder;
  private Path launcher = Path.of("");
  private Path root = Path.of("");

  @BeforeEach
  void anInstallation() throws Exception {
    launcher = Files.createFile(Files.createDirectories(folder.resolve("bin")).resolve("it"));
    root = folder.resolve("plugins");
  }

  @Test
  void linksWhereKustomizeLooks() throws Exception {
    PluginFolder plugins = new PluginFolder(root);

    assertThat(plugins.install(launcher)).hasSize(2).allMatch(line -> line.startsWith("linked: "));
    assertThat(Files.readSymbolicLink(root.resolve(PLUGIN))).isEqualTo(launcher);
    assertThat(plugins.install(launcher)).allMatch(line -> line.startsWith("is there already: "));
    Path other = folder.resolve("elsewhere");
    assertThat(plugins.install(other)).allMatch(line -> line.endsWith("a link to " + launcher));
    assertThat(Files.readSymbolicLink(root.resolve(PLUGIN))).isEqualTo(other);
  }

  @Test
  void removesItsLinksAndNothingElse() throws Exception {
    PluginFolder plugins = new PluginFolder(root);
    plugins.install(launcher);
    Path neighbour = Files.createDirectories(root.resolve("sidecarctl.dev/v1/other"));

    assertThat(plugins.uninstall()).allMatch(line -> line.startsWith("removed: "));
    assertThat(plugins.uninstall()).allMatch(line -> line.startsWith("is not there: "));
    assertThat(neighbour).exists();
    Files.delete(neighbour);
    plugins.install(launcher);
    plugins.uninstall();
    assertThat(root).isEmptyDirectory();
  }

  @Test
  void leavesAFileInTheWayAlone() throws Exception {
    Path file = root.resolve(PLUGIN);
    Files.createDirectories(root.resolve("sidecarctl.dev/v1/sidecartemplate"));
    Files.writeString(file, "somebody's own");

    assertThatThrownBy(() -> new PluginFolder(root).install(launcher))
        .isInstanceOfSatisfying(
            StoppedException.class, e -> assertThat(e.status()).isEqualTo(ExitStatus.FAILED));
    assertThat(file).hasContent("somebody's own");
  }

  @Test
  void findsTheLauncherBesideItsJar() throws Exception {
    Path installed = Files.createFile(folder.resolve("bin/sidecarctl"));
    Path jar = Files.createDirectories(folder.resolve("lib")).resolve("sidecarctl.jar");

    assertThat(Launcher.of(jar.toString())).isEmpty();
    assertThat(installed.toFile().setExecutable(true)).isTrue();
    assertThat(Launcher.of(jar.toString())).contains(installed);
    assertThat(Launcher.of("a.jar:b.jar")).isEmpty();
  }
}
