package dev.sidecarctl.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantitiesTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0, 0",
    "-0, 0",
    "1, 1",
    "1.0, 1",
    "100m, 1e-1",
    "0.1, 1e-1",
    ".1, 1e-1",
    "+5, 5",
    "-5m, -5e-3",
    "1k, 1e3",
    "1e3, 1e3",
    "1E3, 1e3",
    "1E+3, 1e3",
    "1e-3, 1e-3",
    "1E, 1e18",
    "1Ki, 1024",
    "0.5Gi, 536870912",
    "1Ei, 1152921504606846976",
    "1n, 1e-9",
    "1u, 1e-6",
    "0.1n, 1e-9",
    "-0.1n, -1e-9",
    "1000M, 1e9",
    "1M, 1e6",
    "2T, 2e12",
    "3P, 3e15",
    "m, 0",
    "., 0",
  })
  void hasOneFormForEachAmount(String text, String canonical) {
    assertThat(Quantities.canonical(text)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "abc", "1e", "1Kb", "1MB", "1ki", "1mi", "512Gu", "1.2.3", "1 ", " 1", "1e99999",
        "0x10", "1i"
      })
  void knowsWhatIsNone(String text) {
    assertThat(Quantities.canonical(text)).isEmpty();
  }

  @Test
  void comparesAmounts() {
    assertThat(Quantities.same("1Gi", "1024Mi")).isTrue();
    assertThat(Quantities.same("1G", "1Gi")).isFalse();
    assertThat(Quantities.same("soon", "soon")).isTrue();
    assertThat(Quantities.same("soon", "1")).isFalse();
    assertThat(Quantities.compare("999m", "1")).isNegative();
    assertThat(Quantities.compare("1Ki", "1k")).isPositive();
    assertThat(Quantities.compare("-1", "0")).isNegative();
  }
}
