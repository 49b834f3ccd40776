package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.yaml.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the command of the catalogue's sidecar-logger: with BusyBox, or else the host's own shell.
 */
@DisabledOnOs(OS.WINDOWS)
class SidecarLoggerScriptTest {
  private static final long PATIENCE_MILLIS = 20_000;

  @TempDir Path folder;

  @Test
  void waitsForTheFileAndPrintsItToTheLastLine() throws IOException, InterruptedException {
    Path log = folder.resolve("a b; touch pwned; $(touch pwned).log");
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder(command(log))
            .directory(folder.toFile())
            .redirectOutput(printed.toFile())
            .redirectError(folder.resolve("complaints").toFile())
            .start();
    try {
      Thread.sleep(500);
      Files.writeString(log, "first\n");
      await(printed, "first\n");
      Files.move(log, folder.resolve("rotated"));
      Files.writeString(log, "second\n");
      await(printed, "first\nsecond\n");
      Files.writeString(log, "last\n", StandardOpenOption.APPEND);
      process.destroy();
      assertThat(process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
      assertThat(printed).hasContent("first\nsecond\nlast\n");
      assertThat(folder.resolve("pwned")).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  private List<String> command(Path log) {
    Value.Mapping logger =
        CatalogueTest.render(
                Map.of(
                    "logPath", Given.value("logPath", folder.toString()),
                    "logFile", Given.value("logFile", log.getFileName().toString())))
            .sidecars()
            .get(0)
            .value();
    List<String> command = new ArrayList<>();
    command.addAll(Texts.of(logger.sequence("command")));
    command.addAll(Texts.of(logger.sequence("args")));
    if (Files.isExecutable(Path.of("/bin/busybox"))) {
      command.set(0, "/bin/busybox");
      command.add(1, "sh");
    }
    return command;
  }

  private static void await(Path file, String text) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (!Files.readString(file).equals(text) && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertThat(file).hasContent(text);
  }
}
