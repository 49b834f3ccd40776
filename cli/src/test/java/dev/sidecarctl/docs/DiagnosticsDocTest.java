package dev.sidecarctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code docs/diagnostics.md}: every code is there, and its example is what a case really says. */
class DiagnosticsDocTest {
  private static final Pattern SECTION =
      Pattern.compile("^## (?<code>.*)\n(?<text>(?:(?!## ).*\n)*)", Pattern.MULTILINE);
  private static final Pattern EXAMPLE =
      Pattern.compile("^\n`(?<line>(?:error|warning|note)\\[(?<code>[^]]+)]: (?<message>.+))`\n\n");

  /** A case, or, for what no case can bring about, the test that does. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\(\\.\\./(?<path>testdata/[^)]+|cli/src/test/[^)]+\\.java)\\)");

  /** What the page says of one code. */
  private record Section(String code, String text) {}

  private final List<Section> sections =
      SECTION
          .matcher(Page.of("docs/diagnostics.md").text())
          .results()
          .map(found -> new Section(found.group(1), found.group(2)))
          .toList();

  @Test
  void everyCodeHasItsSectionInOrder() {
    assertThat(sections)
        .extracting(Section::code)
        .containsExactlyElementsOf(Stream.of(Code.values()).map(Code::word).sorted().toList());
  }

  @TestFactory
  Stream<DynamicTest> exampleIsReal() {
    return sections.stream()
        .map(section -> DynamicTest.dynamicTest(section.code(), () -> checkExample(section)));
  }

  private static void checkExample(Section section) {
    Matcher example = EXAMPLE.matcher(section.text());
    assertThat(example.find()).as("an example behind the heading").isTrue();
    assertThat(example.group("code")).isEqualTo(section.code());
    Matcher reference = REFERENCE.matcher(section.text());
    assertThat(reference.find()).as("a case, or a test").isTrue();
    do {
      String path = reference.group("path");
      if (path.endsWith(".java")) {
        assertThat(Page.of(path).text()).contains('"' + example.group("message") + '"');
      } else {
        assertThat(linesOf(path)).contains(example.group("line"));
      }
    } while (reference.find());
  }

  /** Every line of every expectation of a case. */
  private static List<String> linesOf(String folder) {
    try (Stream<Path> files = Files.list(Page.ROOT.resolve(folder))) {
      return files
          .filter(file -> isExpectation(file.getFileName().toString()))
          .flatMap(DiagnosticsDocTest::lines)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isExpectation(String file) {
    return file.startsWith("expected") || file.equals("stderr");
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readString(file).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
