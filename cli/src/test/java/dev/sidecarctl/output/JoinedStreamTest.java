package dev.sidecarctl.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JoinedStreamTest {
  private static final String BOM = "\uFEFF";

  static Stream<Arguments> joined() {
    return Stream.of(
        row("marker put between", "a: 1\n---\nb: 2\n", "a: 1\n", "b: 2\n"),
        row("marker of its own", "a: 1\n---\nb: 2\n", "a: 1\n", "---\nb: 2\n"),
        row("marker after comments", "a: 1\n# c\n\n---\nb: 2\n", "a: 1\n", "# c\n\n---\nb: 2\n"),
        row("comment, then content", "a: 1\n---\n# c\nb: 2\n", "a: 1\n", "# c\nb: 2\n"),
        row("marker at the end", "a: 1\n---\nb: 2\n", "a: 1\n---\n", "b: 2\n"),
        row(
            "marker and comment at the end",
            "a: 1\n--- # x\n#\nb: 2",
            "a: 1\n--- # x\n#\n",
            "b: 2"),
        row("content on the last marker", "--- {a: 1}\n---\nb: 2\n", "--- {a: 1}\n", "b: 2\n"),
        row("no last newline", "a: 1\n---\nb: 2", "a: 1", "b: 2"),
        row("CRLF, no last newline", "a: 1\r\nb: 2\r\n---\r\nc: 3\r\n", "a: 1\r\nb: 2", "c: 3\r\n"),
        row("second BOM", BOM + "a: 1\n---\nb: 2\n", BOM + "a: 1\n", BOM + "b: 2\n"),
        row("document end", "a: 1\n...\n---\nb: 2\n", "a: 1\n...\n", "b: 2\n"),
        row("empty texts", "a: 1\n---\nb: 2\n", "", "a: 1\n", "", "b: 2\n", ""),
        row("only dashes in a name", "a: 1\n---\n---b: 2\n", "a: 1\n", "---b: 2\n"),
        row("JSON after JSON", "{\"a\":1}\n{\"b\":2}\n", "{\"a\":1}", "{\"b\":2}\n"),
        row("one text, whatever it is", BOM + "%YAML 1.2\n--- 1", BOM + "%YAML 1.2\n--- 1"));
  }

  private static Arguments row(String name, String expected, String... texts) {
    return Arguments.of(name, expected, texts);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("joined")
  void joins(String name, String expected, String[] texts) {
    assertThat(JoinedStream.obstacles(sources(texts))).isEmpty();
    assertThat(JoinedStream.of(sources(texts))).isEqualTo(expected);
  }

  @Test
  void jsonBesideYamlIsRefused() {
    List<Diagnostic> obstacles = JoinedStream.obstacles(sources("a: 1\n", "\n {\"b\":2}"));

    assertThat(obstacles).hasSize(1);
    assertThat(obstacles.get(0).place().orElseThrow().describe()).isEqualTo("1.yaml:2:2");
    assertThat(obstacles.get(0).help()).contains("-i");
  }

  @Test
  void directivesAreRefused() {
    assertThat(JoinedStream.obstacles(sources("# c\n%YAML 1.2\n---\na: 1\n", "b: 2\n"))).hasSize(1);
    assertThat(JoinedStream.obstacles(sources("b: 2\n", "a: 1\n...\n%TAG ! x\n---\n"))).hasSize(1);
    assertThat(JoinedStream.obstacles(sources("b: 2\n", "a: |\n  x\n %YAML\n"))).isEmpty();
  }

  private static List<Source> sources(String... texts) {
    List<Source> sources = new ArrayList<>();
    for (String text : texts) {
      sources.add(new Source(sources.size() + ".yaml", text));
    }
    return sources;
  }
}
