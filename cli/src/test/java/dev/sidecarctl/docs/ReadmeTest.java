package dev.sidecarctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README tells the truth: its console blocks are run, and its test command is what CI calls.
 */
class ReadmeTest {
  private static final Pattern CONSOLE = Pattern.compile("(?ms)^```console\n(.*?)^```$");
  private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\n(.*?)^```$");

  private final String readme = Page.of("README.md").text();

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> consoleBlockIsTrue() throws IOException, InterruptedException {
    prepare();
    return CONSOLE
        .matcher(readme)
        .results()
        .map(MatchResult::group)
        .map(block -> block.substring("```console\n".length(), block.length() - "```".length()))
        .map(
            block ->
                DynamicTest.dynamicTest(block.lines().findFirst().orElse(""), () -> run(block)));
  }

  /** What a reader has: the example, and a folder of manifests under version control. */
  private void prepare() throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("testdata/example"));
    Files.createDirectories(folder.resolve("k8s"));
    for (String name : List.of("app.yaml", "conflict.yaml", "typo.yaml")) {
      Path example = Page.ROOT.resolve("testdata/example").resolve(name);
      Files.copy(example, folder.resolve("testdata/example").resolve(name));
    }
    Files.copy(folder.resolve("testdata/example/app.yaml"), folder.resolve("k8s/app.yaml"));
    String launcher =
        "#!/bin/sh\nexec '"
            + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -cp '"
            + System.getProperty("java.class.path")
            + "' dev.sidecarctl.Main \"$@\"\n";
    Path program = Files.writeString(folder.resolve("sidecarctl"), launcher);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    bash("git init -q . && git add . && git -c user.name=a -c user.email=a@b commit -qm a");
  }

  private void run(String block) throws IOException, InterruptedException {
    StringBuilder printed = new StringBuilder();
    List<String> commands = new ArrayList<>();
    block.lines().filter(line -> line.startsWith("$ ")).forEach(commands::add);
    for (String command : commands) {
      printed.append(command).append('\n').append(bash(command.substring(2)));
    }
    assertThat(printed.toString()).isEqualTo(block);
  }

  /** What a command says, then what it prints. */
  private String bash(String command) throws IOException, InterruptedException {
    Path out = folder.resolve(".git-ignored-out");
    Path err = folder.resolve(".git-ignored-err");
    Process process =
        new ProcessBuilder("bash", "-c", command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    process.waitFor();
    return Files.readString(err, StandardCharsets.UTF_8)
        + Files.readString(out, StandardCharsets.UTF_8);
  }

  @Test
  void givesTheTestCommandThatCiCalls() throws IOException {
    List<String> commands =
        SHELL.matcher(readme).results().map(found -> found.group(1).strip()).toList();
    assertThat(commands).contains("mvn -B verify");
    assertThat(Files.readString(Page.ROOT.resolve(".ci/run"))).contains("\nmvn -B verify\n");
  }
}
