package dev.sidecarctl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExcerptTest {

  static Stream<Arguments> positions() {
    return Stream.of(
        row("empty text", "", 0, 0, "", "^"),
        row("start", "a: b\n", 0, 1, "a: b", "^"),
        row("end of the line", "a: b\n", 4, 4, "a: b", "    ^"),
        row("after the last line", "a: b\n", 5, 5, "", "^"),
        row("end without a line ending", "a: b", 4, 4, "a: b", "    ^"),
        row("start of the second line", "a: b\nc: d\n", 5, 6, "c: d", "^"),
        row("wide characters before", "한글: b\n", 4, 5, "한글: b", "      ^"),
        row("wide characters under it", "a: 한글\n", 3, 5, "a: 한글", "   ^^^^"),
        row("emoji", "a: \uD83D\uDE80 b\n", 6, 7, "a: \uD83D\uDE80 b", "      ^"),
        row("half-width katakana", "\uFF71: b\n", 3, 4, "\uFF71: b", "   ^"),
        row("combining mark", "e\u0301: b\n", 4, 5, "e\u0301: b", "   ^"),
        row("tabs before", "\ta:\tb\n", 4, 5, "    a:    b", "          ^"),
        row("tab under it", "a\tb\n", 1, 2, "a    b", " ^^^^"),
        row("CRLF", "a: b\r\nc: d\r\n", 9, 10, "c: d", "   ^"),
        row("CRLF, end of the line", "a: b\r\nc: d\r\n", 4, 4, "a: b", "    ^"),
        row("lone CR", "a: b\rc: d\r", 5, 6, "c: d", "^"),
        row("BOM, first character", "\uFEFFa: b\n", 1, 2, "a: b", "^"),
        row("BOM itself", "\uFEFFa: b\n", 0, 1, "a: b", "^"),
        row("several lines", "a: b\nc: d\n", 3, 8, "a: b", "   ^"),
        row("control characters", "a: \u001b[31mb\n", 8, 9, "a: \uFFFD[31mb", "        ^"),
        row("turned direction", "a: \u202Eb\n", 4, 5, "a: \uFFFDb", "    ^"));
  }

  private static Arguments row(
      String name, String text, int start, int end, String line, String carets) {
    return Arguments.of(name, text, start, end, line, carets);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("positions")
  void underlines(String name, String text, int start, int end, String line, String carets) {
    Excerpt excerpt = excerpt(text, start, end);

    assertThat(excerpt.line()).isEqualTo(line);
    assertThat(" ".repeat(excerpt.indent()) + "^".repeat(excerpt.carets())).isEqualTo(carets);
  }

  @Test
  void longLinesAreCutAroundTheSpan() {
    String text = "x".repeat(4_000_000) + "HERE" + "y".repeat(4_000_000);

    Excerpt excerpt = excerpt(text, 4_000_000, 4_000_004);

    assertThat(excerpt.line()).hasSize(132).startsWith("…xx").endsWith("yy…");
    assertThat(excerpt.line().substring(excerpt.indent(), excerpt.indent() + excerpt.carets()))
        .isEqualTo("HERE");
  }

  @Test
  void longSpansAreCutToo() {
    Excerpt excerpt = excerpt("a: " + "x".repeat(1000), 3, 1003);

    assertThat(excerpt.line()).isEqualTo("a: " + "x".repeat(80) + "…");
    assertThat(excerpt.carets()).isEqualTo(80);
  }

  @Test
  void noCharacterIsCutInHalf() {
    Excerpt excerpt =
        excerpt("\uD83D\uDE80".repeat(100) + "x" + "\uD83D\uDE80".repeat(100), 200, 201);

    assertThat(excerpt.line()).doesNotContain("\uFFFD");
    assertThat(excerpt.line().codePoints().filter(Character::isLetter)).containsExactly((int) 'x');
  }

  private static Excerpt excerpt(String text, int start, int end) {
    return Excerpt.of(new Location(new Source("web.yaml", text), new Span(start, end)));
  }
}
