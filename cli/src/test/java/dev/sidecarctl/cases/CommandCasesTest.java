package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The cases below {@code testdata/command}; their README tells how to add one. */
class CommandCasesTest {
  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> command() {
    Pattern chosen = Pattern.compile(System.getProperty("case", ""));
    return CommandCase.all().stream()
        .filter(one -> chosen.matcher(one.name()).find())
        .map(one -> DynamicTest.dynamicTest(one.name(), () -> prove(one)));
  }

  private void prove(CommandCase one) throws IOException {
    one.checkNames();
    Path repository = lay(one);
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    int status = 0;
    for (List<String> line : one.commandLines()) {
      byte[] input = one.text(CommandCase.STDIN).getBytes(StandardCharsets.UTF_8);
      ToolRun run = ToolRun.of(repository, line, new ByteArrayInputStream(input));
      out.append(new String(run.out(), StandardCharsets.UTF_8));
      err.append(run.err());
      status = run.status();
    }
    Map<String, String> after = CommandCase.files(repository);
    if (Boolean.getBoolean("update")) {
      update(one, out.toString(), err.toString(), status, after);
    }
    assertThat(err.toString()).as("what is said").isEqualTo(one.text(CommandCase.STDERR));
    assertThat(out.toString()).as("output").isEqualTo(one.text(CommandCase.STDOUT));
    assertThat(after).as("files").isEqualTo(one.after());
    assertThat(status).as("exit status").isEqualTo(one.expectedStatus());
  }

  /** The case's files at the top of a repository. */
  private Path lay(CommandCase one) throws IOException {
    Path repository = scratch.resolve(one.name());
    Files.createDirectories(repository.resolve(".git"));
    for (Map.Entry<String, String> file : one.before().entrySet()) {
      writeBytes(repository.resolve(file.getKey()), file.getValue());
    }
    return repository;
  }

  private static void update(
      CommandCase one, String out, String err, int status, Map<String, String> after)
      throws IOException {
    write(one.path().resolve(CommandCase.STDOUT), out);
    write(one.path().resolve(CommandCase.STDERR), err);
    write(one.path().resolve(CommandCase.EXIT), status == 0 ? "" : status + "\n");
    Map<String, String> before = one.before();
    for (Map.Entry<String, String> file : after.entrySet()) {
      boolean same = file.getValue().equals(before.get(file.getKey()));
      Path path = one.path().resolve(CommandCase.AFTER).resolve(file.getKey());
      writeBytes(path, same ? "" : file.getValue());
    }
    assertThat(false).as("expectations were rewritten; run again without -Dupdate").isTrue();
  }

  private static void write(Path path, String text) throws IOException {
    write(path, text, StandardCharsets.UTF_8);
  }

  private static void writeBytes(Path path, String bytes) throws IOException {
    write(path, bytes, StandardCharsets.ISO_8859_1);
  }

  /** An expectation of nothing is no file. */
  private static void write(Path path, String text, Charset charset) throws IOException {
    if (text.isEmpty()) {
      Files.deleteIfExists(path);
    } else {
      Files.createDirectories(path.getParent());
      Files.writeString(path, text, charset);
    }
  }
}
