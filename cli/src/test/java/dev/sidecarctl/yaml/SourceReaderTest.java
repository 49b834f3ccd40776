package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceReaderTest {

  @Test
  void theTextKeepsEveryByte() {
    String text = "\uFEFFa: \"😀\"\r\nb: \u0085\t\n";
    assertThat(SourceReader.read("a", bytes(text)).text()).isEqualTo(text);
  }

  @Test
  void bytesThatAreNoUtf8() {
    byte[] bytes = bytes("a: é\nb: x\n");
    bytes[9] = (byte) 0xE9;
    Diagnostic told = refusal(bytes);
    assertThat(told.code()).isEqualTo(Code.NOT_UTF8);
    assertThat(told.message()).isEqualTo("not UTF-8 from byte 9 on");
    assertThat(told.place().orElseThrow().describe()).isEqualTo("a.yaml:2:4");
  }

  @Test
  void aCutCharacterAtTheEnd() {
    byte[] bytes = {'a', (byte) 0xC3};
    assertThat(refusal(bytes).message()).isEqualTo("not UTF-8 from byte 1 on");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-32"})
  void otherEncodingsAreNamed(String encoding) {
    for (String order : new String[] {"LE", "BE"}) {
      Diagnostic told = refusal("\uFEFFa: 1\n".getBytes(Charset.forName(encoding + order)));
      assertThat(told.message()).isEqualTo("the text is " + encoding + ", not UTF-8");
      assertThat(told.help()).contains("iconv -f " + encoding + " -t UTF-8");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void otherEncodingsAreToldByTheirZerosToo(String encoding) {
    Diagnostic told = refusal("a: 1\n".getBytes(Charset.forName(encoding)));
    assertThat(told.message()).isEqualTo("the text is " + encoding + ", not UTF-8");
    assertThat(told.help()).contains("iconv -f " + encoding + " -t UTF-8");
  }

  @ParameterizedTest
  @ValueSource(chars = {0, 7, 0x1B, 0x7F, 0x80, 0x9F, 0xFFFE, 0xFFFF})
  void controlCharacters(char c) {
    Diagnostic told = refusal(bytes("a: 1\nb: " + c));
    assertThat(told.code()).isEqualTo(Code.CONTROL_CHARACTER);
    assertThat(told.place().orElseThrow().describe()).isEqualTo("a.yaml:2:4");
  }

  @Test
  void tooLarge() {
    assertThat(refusal(new byte[64 * 1024 * 1024 + 1]).code()).isEqualTo(Code.TOO_LARGE);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Diagnostic refusal(byte[] bytes) {
    return catchThrowableOfType(RefusedException.class, () -> SourceReader.read("a.yaml", bytes))
        .diagnostics()
        .get(0);
  }
}
