package dev.sidecarctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.CommandLineTool;
import dev.sidecarctl.command.Surroundings;
import dev.sidecarctl.command.file.ExitStatus;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/configuration.md}. */
class ConfigurationDocTest {
  private static final String AUDIT =
      """
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata: {name: audit}
      spec:
        parameters:
          - {name: level, default: warn}
          - {name: target, default: /audit}
        sidecars:
          - {name: audit, image: "audit:1.0", args: [$(params.level), $(params.target)]}
      """;
  private static final String WORKER =
      """
      apiVersion: batch.example.com/v2
      kind: Worker
      metadata: {name: worker}
      spec: {pods: {spec: {containers: [{name: worker, image: "worker:1.0"}]}}}
      """;
  private static final String PROMPT = "$ sidecarctl ";

  private final Page page = Page.of("docs/configuration.md");

  @TempDir Path folder;

  @BeforeEach
  void aRepository() throws Exception {
    Files.createDirectories(folder.resolve(".git"));
    Files.createDirectories(folder.resolve("sidecars"));
    Files.createDirectories(folder.resolve("k8s"));
    Files.writeString(folder.resolve(".sidecarctl.yaml"), only("yaml configuration"));
    Files.writeString(folder.resolve("sidecars/audit.yaml"), AUDIT);
    Files.writeString(folder.resolve("k8s/worker.yaml"), WORKER);
  }

  @Test
  void configPrintsWhatItShows() {
    String block = only("console");
    String command = block.lines().findFirst().orElse("");
    assertThat(command).startsWith(PROMPT);

    String printed = run(command.substring(PROMPT.length()).split(" "));

    assertThat(command + "\n" + printed).isEqualTo(block);
  }

  @Test
  void injectFollowsTheExample() {
    assertThat(run("inject", "-f", "k8s/worker.yaml"))
        .contains("image: registry.example.com/hub/library/audit:1.0")
        .contains("args: [info, /audit]");
  }

  private String only(String info) {
    assertThat(page.blocks(info)).as(info).hasSize(1);
    return page.blocks(info).get(0);
  }

  private String run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings around =
        new Surroundings(
            InputStream.nullInputStream(), out, err, Map.of(), folder, false, false, false);
    ExitStatus status = new CommandLineTool().run(List.of(arguments), around);
    assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(ExitStatus.DONE);
    return out.toString(StandardCharsets.UTF_8);
  }
}
