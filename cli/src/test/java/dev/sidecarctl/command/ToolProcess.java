package dev.sidecarctl.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The real process, where its surroundings count: rights, disks, pipes, the locale. */
final class ToolProcess {
  private final Path folder;
  private final Path out;
  private final Path err;

  /**
   * @param folder the working directory
   * @param outputs for what is printed
   */
  ToolProcess(Path folder, Path outputs) {
    this.folder = folder;
    this.out = outputs.resolve("stdout");
    this.err = outputs.resolve("stderr");
  }

  /** What it left behind. */
  record Ended(int status, String out, String err) {}

  /**
   * Runs a script of the shell, in which {@code "$@"} is the tool.
   *
   * @param environment beside what is set anyway
   */
  Ended run(String script, Map<String, String> environment) throws Exception {
    return end(start(script, environment));
  }

  Ended run(String script) throws Exception {
    return run(script, Map.of());
  }

  /** Starts likewise. */
  Process start(String script, Map<String, String> environment) throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", script, "sh"));
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xlog:disable", "-XX:-UsePerfData", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.sidecarctl.Main"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** Waits for its end. */
  Ended end(Process process) throws Exception {
    int status = process.waitFor();
    return new Ended(
        status,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
