package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;

/** The tool with a {@link FakeEngine}, in an empty folder of its own. */
abstract class ToolFixture {
  static final String TEMPLATE =
      """
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata: {name: logger}
      spec:
        parameters:
          - {name: port, type: integer, default: 80}
          - {name: image, default: busybox}
        sidecars:
          - {name: logger, image: $(params.image)}
      """;

  @TempDir Path folder;

  final FakeEngine engine = new FakeEngine();

  /** One thread: the engine here remembers who came in which order. */
  final Map<String, String> environment = new HashMap<>(Map.of("SIDECARCTL_THREADS", "1"));

  InputStream in = new ByteArrayInputStream(new byte[0]);
  boolean inputIsTerminal;
  boolean errorIsTerminal;

  /** What a run left behind. */
  record Ran(ExitStatus status, String out, String err) {

    Ran isUsageError() {
      assertThat(status).as(err).isEqualTo(ExitStatus.USAGE);
      assertThat(out).isEmpty();
      assertThat(err).startsWith("error[").doesNotContain("Exception");
      return this;
    }

    Ran ends(ExitStatus expected) {
      assertThat(status).as(err).isEqualTo(expected);
      return this;
    }

    Ran prints(String expected) {
      assertThat(out).as(err).isEqualTo(expected);
      return this;
    }

    Ran says(String... parts) {
      assertThat(err).contains(parts);
      return this;
    }
  }

  Ran run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Ran ran = run(out, arguments);
    return new Ran(ran.status(), out.toString(StandardCharsets.UTF_8), ran.err());
  }

  Ran run(OutputStream out, String... arguments) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings around =
        new Surroundings(
            in, out, err, environment, folder, inputIsTerminal, false, errorIsTerminal);
    ExitStatus status = new CommandLineTool(engine).run(List.of(arguments), around);
    return new Ran(status, "", err.toString(StandardCharsets.UTF_8));
  }

  /** Runs {@code inject -t t.yaml} with more arguments. */
  Ran inject(String... arguments) throws Exception {
    file("t.yaml", TEMPLATE);
    String[] all = new String[arguments.length + 3];
    all[0] = "inject";
    all[1] = "-t";
    all[2] = "./t.yaml";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return run(all);
  }

  Path file(String name, String text) throws Exception {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    return Files.writeString(path, text);
  }

  String text(String name) throws Exception {
    return Files.readString(folder.resolve(name));
  }

  void standardInput(String text) {
    in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
