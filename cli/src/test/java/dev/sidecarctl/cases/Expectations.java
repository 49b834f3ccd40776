package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a case expects of a run: the output's bytes, and every word that is said. */
final class Expectations {
  private static final String DIAGNOSTICS = "expected.diagnostics";
  private static final String REPORT = "expected.report";
  private static final String CHANGED_LINES = "changed-lines";

  private Expectations() {}

  static void check(CaseFolder folder, ToolRun run) {
    assertThat(run.diagnostics()).as("diagnostics").isEqualTo(folder.textOrNothing(DIAGNOSTICS));
    if (folder.has(REPORT)) {
      assertThat(run.report()).as("report").isEqualTo(folder.text(REPORT));
    }
    String expected = "expected" + folder.extension();
    if (folder.expectedStatus() == 0) {
      assertThat(text(run.out())).as("output").isEqualTo(text(folder.expected()));
      assertThat(run.out()).as("output's bytes").isEqualTo(folder.expected());
      checkLines(folder);
      checkFileIsNeeded(folder, expected);
    } else {
      assertThat(run.out()).as("output of a run that is refused").isEmpty();
      assertThat(folder.has(expected)).as(expected + " of a run that is refused").isFalse();
    }
    assertThat(run.status()).as("exit status").isEqualTo(folder.expectedStatus());
  }

  /** Every line of the input stands in the output, in order, but for those that the case names. */
  private static void checkLines(CaseFolder folder) {
    assertThat(Lines.lost(text(folder.bytes(folder.inputName())), text(folder.expected())))
        .as("lines of the input that are not in the output")
        .isEqualTo(folder.textOrNothing(CHANGED_LINES).lines().toList());
  }

  private static void checkFileIsNeeded(CaseFolder folder, String expected) {
    if (folder.has(expected)) {
      assertThat(folder.bytes(expected))
          .as(expected + " that equals the input is to be left out")
          .isNotEqualTo(folder.bytes(folder.inputName()));
    }
  }

  static void update(CaseFolder folder, ToolRun run) {
    write(folder, DIAGNOSTICS, run.diagnostics());
    if (folder.has(REPORT)) {
      write(folder, REPORT, run.report());
    }
    byte[] input = folder.bytes(folder.inputName());
    boolean changes = run.status() == 0 && !Arrays.equals(run.out(), input);
    write(folder, "expected" + folder.extension(), changes ? run.out() : new byte[0]);
    String lost = changes ? String.join("\n", Lines.lost(text(input), text(run.out()))) : "";
    write(folder, CHANGED_LINES, lost.isEmpty() ? "" : lost + "\n");
  }

  /** Writes down what eject says of the output. */
  static void updateEjection(CaseFolder folder, ToolRun ejection) {
    write(folder, "eject.diagnostics", ejection.diagnostics());
  }

  private static void write(CaseFolder folder, String file, String text) {
    write(folder, file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** An expectation of nothing is no file. */
  private static void write(CaseFolder folder, String file, byte[] bytes) {
    Path path = folder.path().resolve(file);
    try {
      if (bytes.length == 0) {
        Files.deleteIfExists(path);
      } else {
        Files.write(path, bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
