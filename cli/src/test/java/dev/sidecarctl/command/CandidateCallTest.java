package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What completion scripts ask the program for. */
class CandidateCallTest extends ToolFixture {

  private String asked(String... words) {
    String[] line = new String[words.length + 1];
    line[0] = "__complete";
    System.arraycopy(words, 0, line, 1, words.length);
    Ran ran = run(line).ends(ExitStatus.DONE);
    assertThat(ran.err()).isEmpty();
    return ran.out();
  }

  @Test
  void templatesAreThoseOfTheCatalogueAndTheConfiguration() throws Exception {
    assertThat(asked("templates"))
        .startsWith("cloud-sql-proxy\tGives ")
        .contains("\nlog-collector\tShips ")
        .contains("\nsidecar-logger\t");

    file("t.yaml", TEMPLATE);
    configuration("templates: [./t.yaml]");

    assertThat(asked("templates").lines()).hasSize(13).contains("logger\t");
  }

  @Test
  void parametersAreThoseOfTheTemplatesOnTheLine() throws Exception {
    file("t.yaml", TEMPLATE);

    assertThat(asked("parameters", "", "inject", "-t", "./t.yaml"))
        .isEqualTo("port=\t\nimage=\t\n");
    assertThat(asked("parameters", "", "inject", "--template=./t.yaml")).startsWith("port=\t\n");
    assertThat(asked("parameters", "logger.", "inject", "-t", "./t.yaml"))
        .startsWith("logger.port=\t\n");
    assertThat(asked("parameters", "", "inject", "-t", "sidecar-logger", "-t", "./t.yaml"))
        .contains("logPath=\tDirectory", "port=\t");
    assertThat(asked("parameters", "", "inject")).isEmpty();
  }

  @Test
  void parametersAreThoseOfTheConfigurationWhereNoTemplateIsNamed() throws Exception {
    file("t.yaml", TEMPLATE);
    configuration("templates: [./t.yaml]");

    assertThat(asked("parameters", "", "inject", "x.yaml")).isEqualTo("port=\t\nimage=\t\n");
  }

  @Test
  void fewValuesAreOfferedBehindTheName() throws Exception {
    file("t.yaml", TEMPLATE.replace("default: 80}", "default: 80, enum: [80, 8080]}"));

    assertThat(asked("parameters", "port=8", "-t", "./t.yaml"))
        .isEqualTo("port=80\t\nport=8080\t\nimage=\t\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "templates",
        "parameters",
        "parameters x -t",
        "parameters x -t nothing-like-it",
        "parameters x -t ./not-there.yaml",
        "parameters x -t ./broken.yaml",
      })
  void nothingMakesItFail(String line) throws Exception {
    file("broken.yaml", "a: [");
    configuration("templates: {");

    asked(line.split(" "));
  }

  private void configuration(String text) throws Exception {
    file(".sidecarctl.yaml", "apiVersion: sidecarctl.dev/v1\nkind: Configuration\n" + text + "\n");
  }
}
