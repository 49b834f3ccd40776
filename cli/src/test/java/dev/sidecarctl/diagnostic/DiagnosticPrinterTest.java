package dev.sidecarctl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {
  private static final String MANIFEST = "\n".repeat(30) + "        - name: app-logs\n";

  @Test
  void printsPlacesExcerptNotesAndHelp() {
    Diagnostic diagnostic =
        Diagnostic.error(
                Code.DUPLICATE_KEY,
                "volume \"app-logs\" is already defined, with another source",
                at("k8s/web.yaml", MANIFEST, "name: app-logs"))
            .labelled("here: hostPath /var/log")
            .noting(at("t.yaml", "\n  emptyDir: {}", "emptyDir"), "the template wants: emptyDir")
            .helping("rename the template's volume");

    assertThat(print(diagnostic))
        .isEqualTo(
            """
            error[duplicate-key]: volume "app-logs" is already defined, with another source
              --> k8s/web.yaml:31:11
               |
            31 |         - name: app-logs
               |           ^^^^^^^^^^^^^^ here: hostPath /var/log
              --> t.yaml:2:3: the template wants: emptyDir
               = help: rename the template's volume
            """);
  }

  @Test
  void gutterFitsTheLineNumber() {
    String text = "\n".repeat(999) + "a: b";

    assertThat(print(Diagnostic.warning(Code.YAML_SYNTAX, "odd", at("x", text, "b"))))
        .isEqualTo(
            """
            warning[yaml-syntax]: odd
                --> x:1000:4
                 |
            1000 | a: b
                 |    ^
            """);
    assertThat(print(Diagnostic.warning(Code.YAML_SYNTAX, "odd", at("x", "a: b", "b"))))
        .contains("  --> x:1:4\n   |\n 1 | a: b\n");
  }

  @Test
  void emptyLinesLeaveNoBlankAtTheEnd() {
    Location end = new Location(new Source("x", "a\n"), Span.at(2));

    assertThat(print(Diagnostic.error(Code.YAML_SYNTAX, "too short", end)))
        .isEqualTo("error[yaml-syntax]: too short\n  --> x:2:1\n   |\n 2 |\n   | ^\n");
  }

  @Test
  void withoutAPlaceThereIsOneLineAndHelp() {
    assertThat(print(Diagnostic.error(Code.CANNOT_READ, "x: no such file", null).helping("look")))
        .isEqualTo("error[cannot-read]: x: no such file\n   = help: look\n");
  }

  @Test
  void argumentsHaveNoLineNumbers() {
    assertThat(print(Diagnostic.error(Code.USAGE, "no", at("--set port", "port=x", "x"))))
        .contains("  --> --set port\n");
  }

  @Test
  void confidentialLinesAreNotShown() {
    DiagnosticPrinter printer = new DiagnosticPrinter(Palette.PLAIN, at -> true);
    Diagnostic diagnostic =
        Diagnostic.error(Code.DUPLICATE_KEY, "twice", at("x", "password: hunter2", "password"));

    assertThat(printer.print(diagnostic))
        .isEqualTo(
            "error[duplicate-key]: twice\n  --> x:1:1 (in a Secret, whose lines are not shown)\n");
  }

  @Test
  void coloursStandOnlyWhereTheyAreWanted() {
    Diagnostic diagnostic = Diagnostic.error(Code.USAGE, "no", at("x", "a", "a"));

    assertThat(print(diagnostic)).doesNotContain("\u001b");
    assertThat(new DiagnosticPrinter(Palette.COLOURED, at -> false).print(diagnostic))
        .contains("\u001b[1;31merror[usage]\u001b[0m")
        .contains("\u001b[1;31m^\u001b[0m");
  }

  @Test
  void whatAFileSaysCannotMoveTheCursor() {
    assertThat(print(Diagnostic.error(Code.USAGE, "bad \u001b[2J\nname", null)))
        .isEqualTo("error[usage]: bad \uFFFD[2J name\n");
  }

  private static Location at(String name, String text, String part) {
    int start = text.indexOf(part);
    return new Location(new Source(name, text), new Span(start, start + part.length()));
  }

  private static String print(Diagnostic diagnostic) {
    return new DiagnosticPrinter(Palette.PLAIN, at -> false).print(diagnostic);
  }
}
