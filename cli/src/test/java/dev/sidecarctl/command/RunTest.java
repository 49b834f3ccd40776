package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class RunTest extends ToolFixture {

  @Test
  void oneInputComesOutByteForByte() throws Exception {
    file("a.yaml", "\uFEFF%YAML 1.2\r\n--- plain\r\n...");

    inject("a.yaml").ends(ExitStatus.DONE).prints("\uFEFF%YAML 1.2\r\n--- sidecar\r\n...");
  }

  @Test
  void severalInputsMakeOneStream() throws Exception {
    file("a.yaml", "a: plain");
    file("b.yaml", "b: same\n");

    inject("a.yaml", "b.yaml").ends(ExitStatus.DONE).prints("a: sidecar\n---\nb: same\n");
  }

  @Test
  void whatCannotBeJoinedIsRefused() throws Exception {
    file("a.yaml", "a: plain\n");
    file("b.json", "{\"b\": 1}\n");

    inject("a.yaml", "b.json")
        .ends(ExitStatus.REFUSED)
        .prints("")
        .says("error[cannot-join]", "--> b.json:1:1", "-i");
    inject("-i", "a.yaml", "b.json").ends(ExitStatus.DONE);
    inject("--check", "a.yaml", "b.json").ends(ExitStatus.DONE);
  }

  @Test
  void aLineForEachWorkload() throws Exception {
    file("k8s/a.yaml", "plain skip\n");
    file("k8s/b.yaml", "sidecar\n");

    assertThat(inject("k8s").err().lines())
        .containsExactly(
            "k8s/a.yaml: Deployment shop/web: injected logger",
            "k8s/a.yaml: Deployment shop/other: skipped (not selected)",
            "k8s/b.yaml: Deployment shop/web: up to date (logger)");
    assertThat(run("eject", "k8s").err()).contains("shop/web: removed logger\n");
  }

  @Test
  void checkPrintsNoManifest() throws Exception {
    file("a.yaml", "plain\n");
    file("b.yaml", "sidecar\n");

    inject("--check", "a.yaml")
        .ends(ExitStatus.WOULD_CHANGE)
        .prints("")
        .says("a.yaml: Deployment shop/web: would inject logger\n");
    inject("--check", "b.yaml").ends(ExitStatus.DONE).prints("");
    run("eject", "--check", "b.yaml").ends(ExitStatus.WOULD_CHANGE).says("would remove logger");
    assertThat(text("a.yaml")).isEqualTo("plain\n");
  }

  @Test
  void aRefusedFileKeepsEverythingFromBeingWritten() throws Exception {
    file("a.yaml", "plain\n");
    file("b.yaml", "wrong plain\n");

    inject("a.yaml", "b.yaml")
        .ends(ExitStatus.REFUSED)
        .prints("")
        .says(
            "a.yaml: Deployment shop/web: would inject logger\n",
            "b.yaml: Deployment shop/bad: refused\n",
            "sidecarctl: nothing was written\n");
    inject("--check", "a.yaml", "b.yaml").ends(ExitStatus.REFUSED);
    inject("-i", "a.yaml", "b.yaml").ends(ExitStatus.REFUSED);
    assertThat(text("a.yaml")).isEqualTo("plain\n");
  }

  @Test
  void theHighestStatusCounts() throws Exception {
    file("b.yaml", "wrong\n");

    inject("b.yaml", "--set", "no=1").ends(ExitStatus.REFUSED);
    inject("b.yaml", "missing.yaml").ends(ExitStatus.FAILED);
  }

  @Test
  void nothingMatched() throws Exception {
    file("a.yaml", "skip\n");

    inject("a.yaml")
        .ends(ExitStatus.DONE)
        .prints("skip\n")
        .says(
            "sidecarctl: nothing matched: the only workload in 1 file is not selected by a template\n");
    inject("--require-match", "a.yaml")
        .ends(ExitStatus.REFUSED)
        .prints("")
        .says("error[nothing-matched]");
    file("b.yaml", "skip\n");
    run("eject", "a.yaml", "b.yaml")
        .ends(ExitStatus.DONE)
        .says("nothing to eject: none of 2 workloads in 2 files is recorded as injected\n");
    file("c.yaml", "a: b\n");
    inject("c.yaml")
        .ends(ExitStatus.DONE)
        .says("nothing matched: there is no workload in 1 file\n");
  }

  @Test
  void loudness() throws Exception {
    file("a.yaml", "plain warn mention\n");

    Ran normal = inject("a.yaml").says("warning[yaml-syntax]", "injected");
    assertThat(normal.err()).doesNotContain("note[");
    inject("-v", "a.yaml").says("warning[yaml-syntax]", "note[yaml-syntax]", "injected");
    assertThat(inject("-q", "a.yaml").ends(ExitStatus.DONE).err()).isEmpty();
    file("b.yaml", "wrong\n");
    assertThat(inject("-q", "b.yaml").err()).contains("error[").doesNotContain("refused\n");
  }

  @Test
  void colours() throws Exception {
    file("a.yaml", "warn plain\n");
    String escape = "\u001b[";

    assertThat(inject("a.yaml").err()).doesNotContain(escape);
    inject("--color", "always", "a.yaml").says(escape);
    errorIsTerminal = true;
    inject("a.yaml").says(escape);
    assertThat(inject("--color=never", "a.yaml").err()).doesNotContain(escape);
    run("inject", "--nothing").says(escape);
    assertThat(run("inject", "--color=never", "--nothing").err()).doesNotContain(escape);
    environment.put("NO_COLOR", "1");
    assertThat(inject("a.yaml").err()).doesNotContain(escape);
    inject("--color", "always", "a.yaml").says(escape);
  }

  @Test
  void secretsAreNotShown() throws Exception {
    file("s.yaml", "kind: Secret\nstringData: {password: hunter2, wrong: x}\n");

    Ran ran = inject("s.yaml").ends(ExitStatus.REFUSED).says("--> s.yaml:2:33");
    assertThat(ran.err()).doesNotContain("hunter2");
  }

  @Test
  void aClosedPipeNeedsNoWords() throws Exception {
    file("a.yaml", "plain\n");
    file("t.yaml", TEMPLATE);

    Ran ran = run(failing("Broken pipe"), "inject", "-t", "t.yaml", "a.yaml");

    assertThat(ran.ends(ExitStatus.FAILED).err()).isEmpty();
  }

  @Test
  void aFullDiskIsTold() throws Exception {
    file("a.yaml", "plain\n");
    file("t.yaml", TEMPLATE);

    run(failing("No space left on device"), "inject", "-t", "t.yaml", "a.yaml")
        .ends(ExitStatus.FAILED)
        .says("cannot write to standard output: no space left on device");
    file("b.yaml", "skip\n");
    Ran ran = run(failing("No space left on device"), "inject", "-t", "t.yaml", "b.yaml");
    assertThat(ran.ends(ExitStatus.FAILED).err()).doesNotContain("nothing matched");
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }
}
