package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "y",
        "n",
        "yes",
        "No",
        "on",
        "OFF",
        "~",
        "null",
        "Null",
        "true",
        "=",
        "<<",
        "12",
        "+1",
        "1_0",
        "0o17",
        "017",
        "0x1F",
        "0b1",
        "12:30",
        "1.5",
        "1e3",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        ".nan",
        "2020-01-01",
        "2020-01-01T00:00:00Z",
        "- a",
        "-",
        "?",
        ":",
        "a: b",
        "a #b",
        "a:",
        "a\tb",
        "a\u0085b",
        "a\u2028b",
        "\uFEFFa",
        "#a",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "'",
        "\"",
        "%a",
        "@a",
        "`a",
        "[a",
        "{a",
        ",a",
        " a",
        "a ",
        "---",
        "...",
        "a\nb",
        "\uD800"
      })
  void whatSomeReaderWouldTakeForSomethingElseIsQuoted(String text) {
    assertThat(ScalarText.isPlainSafe(text, false)).isFalse();
    assertThat(Editing.value("k: " + ScalarText.quoted(text, '\'')))
        .isEqualTo(Value.Mapping.empty().with("k", Value.text(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "a b",
        "http://x:80/y",
        "100m",
        "1.2.3.4",
        "x:1",
        "-a",
        "?a",
        ":a",
        "a#b",
        "1Gi",
        "\uD83D\uDE00",
        "it's",
        "a\"b",
        "$(VAR)",
        "/bin",
        "a,b",
        "a]",
        "nginx:1.25"
      })
  void whatAllReadAlikeStaysPlain(String text) {
    assertThat(ScalarText.isPlainSafe(text, false)).isTrue();
    assertThat(Editing.value("k: " + text))
        .isEqualTo(Value.Mapping.empty().with("k", Value.text(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b", "a]", "a}", "-a", "?a", ":a", "/x?y=1"})
  void flowStyleNeedsMoreQuotes(String text) {
    assertThat(ScalarText.isPlainSafe(text, true)).isFalse();
  }

  @Test
  void severalLinesBecomeALiteralBlock() {
    assertThat(ScalarText.literal("a\n\n  b\n", "  ")).containsExactly("|", "  a", "", "    b");
    assertThat(ScalarText.literal("a\nb", "  ")).containsExactly("|-", "  a", "  b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "a\n\n", " a\nb", "\na", "a\r\nb", "a\n  ", "a\nb\u0007"})
  void exceptWhereABlockCannotHoldThem(String text) {
    assertThat(ScalarText.literal(text, "  ")).isNull();
  }
}
