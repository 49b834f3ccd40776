package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.text.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What kubectl makes of plain scalars; each row was compared with kubectl. */
class ScalarResolverTest {

  @ParameterizedTest
  @ValueSource(strings = {"yes", "Yes", "YES", "on", "On", "ON", "y", "Y", "true", "True", "TRUE"})
  void truthsOfYaml11(String plain) {
    assertThat(resolved(plain)).isEqualTo("BOOLEAN true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no", "No", "NO", "off", "Off", "OFF", "n", "N", "false", "FALSE"})
  void falsehoodsOfYaml11(String plain) {
    assertThat(resolved(plain)).isEqualTo("BOOLEAN false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"~", "null", "Null", "NULL", ""})
  void nulls(String plain) {
    assertThat(resolved(plain)).isEqualTo("NULL null");
  }

  @ParameterizedTest
  @CsvSource({
    "0644, 420",
    "0o644, 420",
    "0O17, 15",
    "-017, -15",
    "1_000, 1000",
    "1_, 1",
    "1__0, 10",
    "0x1F, 31",
    "0X1f, 31",
    "0b11, 3",
    "-0b11, -3",
    "+5, 5",
    "-0, 0",
    "-0.0, 0",
    "10.0, 10",
    "12., 12",
    "8e3, 8000",
    "42e1, 420",
    "089, 89",
    "08, 8",
    "9223372036854775807, 9223372036854775807",
    "-9223372036854775808, -9223372036854775808"
  })
  void integers(String plain, String number) {
    assertThat(resolved(plain)).isEqualTo("INTEGER " + number);
  }

  @ParameterizedTest
  @CsvSource({
    ".5, 0.5",
    "+.5, 0.5",
    "1.50, 1.5",
    "1_0.5, 10.5",
    ".6_4, 0.64",
    "0.000001, 0.000001",
    "1e-7, 1e-7",
    "1e-10, 1e-10",
    "1e21, 1e+21",
    "1.5e300, 1.5e+300",
    "1e20, 100000000000000000000",
    "12345678901234567000, 12345678901234567000",
    "18446744073709551615, 18446744073709552000",
    "-9223372036854775809, -9223372036854776000",
    "2e-3, 0.002",
    ".inf, .inf",
    "-.INF, -.inf",
    ".NaN, .nan"
  })
  void floats(String plain, String number) {
    assertThat(resolved(plain)).isEqualTo("FLOAT " + number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yES",
        "tRue",
        "nULL",
        "2024-01-01",
        "12:30",
        "=",
        "<<",
        "_1",
        "1e400",
        "0x",
        "0b",
        "0o",
        "0b2",
        ".",
        "..",
        "._5",
        ".5_",
        "1.2.3",
        "100m",
        "1Gi",
        "1e",
        "--1",
        "0x1.8p3",
        "٣",
        "1٣",
        "inf",
        "NaN",
        "true ish"
      })
  void strings(String plain) {
    assertThat(resolved(plain)).isEqualTo("STRING " + plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "!!str 5; \"5\"",
        "!!str null; \"null\"",
        "!!str; \"\"",
        "!!int \"5\"; 5",
        "!<tag:yaml.org,2002:int> '5'; 5",
        "!!float 1; 1",
        "!!float 9007199254740993; 9007199254740992",
        "!!int 18446744073709551615; 18446744073709552000",
        "!!bool \"yes\"; true",
        "!!null ''; null",
        "!!binary aGVsbG8=; \"hello\"",
        "!!timestamp 2024-01-01; \"2024-01-01\"",
        "!foo 5; \"5\"",
        "! 5; \"5\"",
        "\"yes\"; \"yes\"",
        "'0644'; \"0644\"",
        "!foo [1]; [1]"
      })
  void tagsWinOverQuotes(String text, String value) {
    assertThat(value("v: " + text)).isEqualTo("{v=" + value + "}");
  }

  @ParameterizedTest
  @CsvSource({
    "y, true",
    "n, false",
    "1.50, 1.5",
    "0x10, 16",
    "1e3, 1000",
    "1e6, 1e+06",
    "1234567.0, 1.234567e+06",
    "16777217.0, 1.6777216e+07",
    "0.00001, 1e-05",
    "2024-01-01, 2024-01-01",
    "\"on\", on",
    "!!str on, on",
    "!!float 1234567, 1.234567e+06"
  })
  void keysBecomeStrings(String key, String string) {
    assertThat(value(key + ": v")).isEqualTo("{" + string + "=\"v\"}");
  }

  @Test
  void everyNumberSurvives() {
    for (String number : new String[] {"5e-324", "1.7976931348623157e+308", "0.1"}) {
      assertThat(GoNumbers.json(Double.parseDouble(number))).isEqualTo(number);
    }
  }

  private static String resolved(String plain) {
    Value.Scalar scalar = ScalarResolver.resolve(plain, null);
    return scalar.kind() + " " + scalar.text();
  }

  private static String value(String text) {
    YamlDocument document = YamlStream.of(new Source("a.yaml", text)).documents().get(0);
    return document.value().toString();
  }
}
