package dev.sidecarctl.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.check.Checker;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.DiagnosticPrinter;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases below {@code testdata/lint}: a template, and everything that lint says of it. */
class LintCasesTest {
  private static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"));
  private static final Path CASES = ROOT.resolve("testdata/lint");
  private static final Catalogue CATALOGUE = new Catalogue(LintCasesTest::resource);
  private static final Linter LINTER =
      new Linter(
          new Checker(() -> resource("/dev/sidecarctl/check/schemas.txt")),
          Linter.usualVersions(),
          GivenValues.none());

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    Pattern chosen = Pattern.compile(System.getProperty("case", ""));
    return children(CASES)
        .filter(folder -> chosen.matcher(folder.getFileName().toString()).find())
        .map(
            folder ->
                DynamicTest.dynamicTest(folder.getFileName().toString(), () -> prove(folder)));
  }

  @Test
  void nothingIsWrongWithTheCatalogue() throws IOException {
    StringBuilder said = new StringBuilder();
    for (Path folder : children(ROOT.resolve("templates")).toList()) {
      Path template = folder.resolve("template.yaml");
      if (Files.exists(template)) {
        said.append(lint(template, folder.getFileName() + "/template.yaml"));
      }
    }
    assertThat(said.toString()).isEmpty();
  }

  private static Stream<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList().stream();
    }
  }

  private static void prove(Path folder) throws IOException {
    String said = lint(folder.resolve("template.yaml"), "template.yaml");
    Path expected = folder.resolve("expected.diagnostics");
    if (Boolean.getBoolean("update")) {
      if (said.isEmpty()) {
        Files.deleteIfExists(expected);
      } else {
        Files.writeString(expected, said);
      }
      assertThat(false).as("expectations were rewritten; run again without -Dupdate").isTrue();
    }
    assertThat(said).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
  }

  private static String lint(Path file, String name) throws IOException {
    DiagnosticPrinter printer = new DiagnosticPrinter(Palette.PLAIN, place -> false);
    StringBuilder said = new StringBuilder();
    for (SidecarTemplate template :
        SidecarTemplate.read(new Source(name, Files.readString(file)), CATALOGUE)) {
      for (Diagnostic diagnostic : LINTER.lint(template)) {
        printer.print(diagnostic, said);
      }
    }
    return said.toString();
  }

  private static String resource(String path) {
    try (InputStream resource =
        Objects.requireNonNull(LintCasesTest.class.getResourceAsStream(path), path)) {
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
