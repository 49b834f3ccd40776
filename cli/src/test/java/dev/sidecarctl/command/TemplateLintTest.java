package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code template lint} takes, and how it ends. What it finds is in {@code testdata/lint}. */
class TemplateLintTest {
  private static final String GOOD =
      """
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata: {name: helper}
      spec:
        parameters:
          - {name: host, description: Host., pattern: "q[a-z]{9}z"}
        targets:
          - env: [{name: HELPER, value: $(params.host)}]
      """;
  private static final String WARNED = GOOD.replace("description: Host., ", "");
  private static final String BROKEN = GOOD.replace("targets", "target");

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void looksAtAFile() throws Exception {
    file("t.yaml", GOOD);
    assertThat(lint("t.yaml", "--set", "host=qabcdefghiz")).isEqualTo(ExitStatus.DONE);
    assertThat(said()).isEqualTo("sidecarctl: 1 template: nothing to complain of\n");
  }

  @Test
  void warningsCountWhenStrict() throws Exception {
    file("t.yaml", WARNED);
    assertThat(lint("t.yaml", "--set", "host=qabcdefghiz")).isEqualTo(ExitStatus.DONE);
    assertThat(said()).startsWith("warning[parameter-undocumented]: ").contains("t.yaml:6:");
    assertThat(said()).endsWith("sidecarctl: 1 template: 0 errors, 1 warning\n");
    assertThat(lint("t.yaml", "--set", "host=qabcdefghiz", "--strict"))
        .isEqualTo(ExitStatus.REFUSED);
    assertThat(said()).startsWith("error[parameter-undocumented]: ");
  }

  @Test
  void projectRulesItsWarnings() throws Exception {
    file(
        ".sidecarctl.yaml",
        """
        apiVersion: sidecarctl.dev/v1
        kind: Configuration
        templates: [./t.yaml]
        parameters: {helper: {host: qabcdefghiz}}
        warnings: {parameter-undocumented: "off"}
        """);
    file("t.yaml", WARNED);
    assertThat(lint("--strict")).isEqualTo(ExitStatus.DONE);
    assertThat(said()).isEqualTo("sidecarctl: 1 template: nothing to complain of\n");
  }

  @Test
  void looksAtTheTemplatesOfAFolderAndAtNothingElse() throws Exception {
    file("a/one.yaml", GOOD);
    file("a/b/two.yaml", WARNED);
    file("a/other.yaml", "kind: ConfigMap\ndata: {a: 'kind: SidecarTemplate'}\n");
    file("a/broken.yaml", BROKEN);
    assertThat(lint("a", "--set", "host=qabcdefghiz")).isEqualTo(ExitStatus.REFUSED);
    assertThat(said())
        .contains("error[template-unknown-key]", "a/broken.yaml:", "a/b/two.yaml:6:")
        .doesNotContain("one.yaml", "other.yaml")
        .endsWith("sidecarctl: 2 templates: 1 error, 1 warning\n");
  }

  @Test
  void looksAtATemplateOfTheCatalogue() throws Exception {
    assertThat(lint("sidecar-logger", "--strict", "--kubernetes-version", "1.28"))
        .isEqualTo(ExitStatus.DONE);
  }

  @Test
  void tellsMachines() throws Exception {
    file("t.yaml", WARNED);
    assertThat(lint("t.yaml", "--report", "json", "--set", "host=qabcdefghiz"))
        .isEqualTo(ExitStatus.DONE);
    assertThat(said()).isEmpty();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"code\":\"parameter-undocumented\"", "\"file\":\"t.yaml\"");
  }

  @Test
  void complainsOfWhatIsNotThere() throws Exception {
    file("empty/a.yaml", "a: 1\n");
    assertThat(stopped("empty")).contains("no template in empty");
    assertThat(stopped()).contains("no template: none is named");
    assertThat(lint("sidecar-loger")).isEqualTo(ExitStatus.USAGE);
    assertThat(said()).contains("did you mean sidecar-logger?");
    assertThat(lint("gone.yaml")).isEqualTo(ExitStatus.FAILED);
    assertThat(stopped("sidecar-logger", "--set", "hots=a")).contains("hots");
    assertThat(lint("sidecar-logger", "--set", "runAsUser=a")).isEqualTo(ExitStatus.USAGE);
  }

  private void file(String name, String text) throws Exception {
    Path path = folder.resolve(name);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private ExitStatus lint(String... arguments) {
    out.reset();
    err.reset();
    TemplateLintVerb verb = new TemplateLintVerb();
    Surroundings around =
        new Surroundings(
            InputStream.nullInputStream(), out, err, Map.of(), folder, false, false, false);
    return verb.run(new CommandLine(verb.spec()).parseArgs(arguments), around);
  }

  private String stopped(String... arguments) {
    try {
      lint(arguments);
    } catch (StoppedException e) {
      assertThat(e.status()).isEqualTo(ExitStatus.USAGE);
      return e.diagnostics().get(0).message();
    }
    throw new AssertionError("it was not stopped");
  }

  private String said() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
