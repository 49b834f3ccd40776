package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressTest extends ToolFixture {
  private static final long MILLISECOND = 1_000_000;

  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private long now = 17;

  private Progress progress() {
    return new Progress(400, terminal, () -> now);
  }

  private String written() {
    String text = terminal.toString(StandardCharsets.UTF_8);
    terminal.reset();
    return text;
  }

  @Test
  void aShortRunSaysNothing() {
    try (Progress progress = progress()) {
      now += 499 * MILLISECOND;
      progress.read();
      progress.done();
    }
    assertThat(written()).isEmpty();
  }

  @Test
  void aLongRunRewritesOneLine() {
    try (Progress progress = progress()) {
      progress.read();
      now += 500 * MILLISECOND;
      progress.read();
      assertThat(written()).isEqualTo("\rsidecarctl: reading 2 of 400 files");
      now += 99 * MILLISECOND;
      progress.done();
      assertThat(written()).isEmpty();
      now += MILLISECOND;
      progress.done();
      assertThat(written()).isEqualTo("\rsidecarctl: done with 2 of 400 files");
    }
    assertThat(written()).isEqualTo("\r" + " ".repeat(36) + "\r");
  }

  @Test
  void aShorterLineCoversTheOneBefore() {
    try (Progress progress = progress()) {
      now += 500 * MILLISECOND;
      progress.done();
      now += 100 * MILLISECOND;
      written();
      progress.read();
      assertThat(written()).isEqualTo("\rsidecarctl: reading 1 of 400 files  ");
    }
  }

  /** What is said of so many files, on a terminal; slow enough to be asked how far they are. */
  @ParameterizedTest
  @CsvSource({
    "true, 51, inject -t ./t.yaml, true",
    "true, 50, inject -t ./t.yaml, false",
    "false, 51, inject -t ./t.yaml, false",
    "true, 51, inject -q -t ./t.yaml, false",
    "true, 51, status, true",
    "true, 51, eject, true",
  })
  void isShownOnATerminal(boolean isTerminal, int files, String command, boolean shown)
      throws Exception {
    errorIsTerminal = isTerminal;
    for (int i = 0; i < files; i++) {
      file("k8s/" + i + ".yaml", i == 7 ? "plain slow\n" : "plain\n");
    }
    file("t.yaml", TEMPLATE);

    Ran ran = run((command + " k8s").split(" "));

    ran.ends(ExitStatus.DONE);
    if (shown) {
      assertThat(ran.err()).startsWith("\rsidecarctl: ").contains(" of " + files + " files");
      String last = ran.err().substring(0, ran.err().lastIndexOf('\r'));
      assertThat(last.substring(last.lastIndexOf('\r') + 1)).isBlank();
    } else {
      assertThat(ran.err()).doesNotContain("\r");
    }
  }
}
