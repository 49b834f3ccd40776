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
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/templates.md}. */
class TemplatesDocTest {
  private static final String RECORD_AFTER_ITS_START =
      "(sidecarctl.dev/status: '\\{\"templates\":\\{\"log-shipper\":).*";

  private final Page page = Page.of("docs/templates.md");

  @TempDir Path folder;

  @Test
  void exampleDoesWhatItShows() throws Exception {
    String manifest = only("yaml manifest");
    String diff = only("diff");
    Files.writeString(folder.resolve("log-shipper.yaml"), only("yaml template"));
    Files.writeString(folder.resolve("web.yaml"), manifest);

    String injected = run("inject", "-f", "web.yaml", "-t", "./log-shipper.yaml");

    assertThat(side(diff, '-')).isEqualTo(manifest);
    assertThat(side(diff, '+')).isEqualTo(injected.replaceAll(RECORD_AFTER_ITS_START, "$1…"));
  }

  @Test
  void otherTemplatesGoIn() throws Exception {
    Files.writeString(folder.resolve("web.yaml"), only("yaml manifest"));
    assertThat(page.blocks("yaml other")).hasSize(2);
    for (String template : page.blocks("yaml other")) {
      Files.writeString(folder.resolve("template.yaml"), template);
      assertThat(run("inject", "-f", "web.yaml", "-t", "./template.yaml"))
          .contains("sidecarctl.dev/status")
          .doesNotContain("$(params.", "$(item)");
    }
  }

  private String only(String info) {
    assertThat(page.blocks(info)).as(info).hasSize(1);
    return page.blocks(info).get(0);
  }

  /** The lines of a diff that both sides have, and those of one side. */
  private static String side(String diff, char sign) {
    return diff.lines()
        .filter(line -> line.charAt(0) == ' ' || line.charAt(0) == sign)
        .map(line -> line.substring(1) + "\n")
        .collect(Collectors.joining());
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
