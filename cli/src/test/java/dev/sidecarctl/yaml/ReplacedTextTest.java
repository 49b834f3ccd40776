package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplacedTextTest {

  @ParameterizedTest(name = "{0} in a document with {1}")
  @CsvSource({
    "a, LF, a",
    "a|b, LF, a|b",
    "a~|b, CRLF, a|b",
    "a~|b|c, CRLF, a~|b|c",
    "a|b, CRLF, a|b~",
    "a~|b, LF, a~|b",
    "a~b, CR, a|b",
  })
  void comesBackAsItWas(String shown, String document, String remembered) {
    String ending = document.replace("LF", "\n").replace("CR", "\r");
    String text = shown.replace('|', '\n').replace('~', '\r');
    String kept = ReplacedText.remembered(text, ending);
    assertThat(kept).isEqualTo(remembered.replace('|', '\n').replace('~', '\r'));
    assertThat(ReplacedText.written(kept, ending)).isEqualTo(text);
  }

  @Test
  void followsADocumentWhoseLineEndingsHaveChanged() {
    assertThat(ReplacedText.written(ReplacedText.remembered("a\nb", "\n"), "\r\n"))
        .isEqualTo("a\r\nb");
  }

  @ParameterizedTest(name = "dash from column 2 to column {0}")
  @CsvSource({"0, ' name: a|  value: |    b||'", "2, ' name: a|    value: |      b||'"})
  void followsAnItemThatHasMoved(int column, String expected) {
    String text = "  - name: a\n    value: \n      b\n\n";
    assertThat(ReplacedText.isListItem(text)).isTrue();
    assertThat(ReplacedText.behindDash(text, column)).isEqualTo(expected.replace('|', '\n'));
  }

  @ParameterizedTest
  @CsvSource({"' []'", "' -1'", "' *x'", "'{name: a}'", "''", "'  -'"})
  void tellsAnItemFromWhatStandsBehindAColon(String text) {
    assertThat(ReplacedText.isListItem(text)).isFalse();
  }
}
