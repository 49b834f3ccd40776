package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest(name = "{0} is {1} ns")
  @CsvSource({
    "0, 0",
    "-0, 0",
    "+0, 0",
    "1ns, 1",
    "1us, 1000",
    "1µs, 1000",
    "1μs, 1000",
    "1ms, 1000000",
    "1s, 1000000000",
    "1m, 60000000000",
    "1h, 3600000000000",
    "1h30m, 5400000000000",
    "1.5s, 1500000000",
    ".5s, 500000000",
    "1.s, 1000000000",
    "1.5h0.5m, 5430000000000",
    "-1m, -60000000000",
    "+1m, 60000000000",
  })
  void readsWhatGoReads(String text, long nanoseconds) {
    assertThat(Durations.parse(text)).hasValue(nanoseconds);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "1",
        "00",
        "s",
        ".s",
        "1d",
        "1..5s",
        "1.2.3s",
        "1s1",
        "1 s",
        "1S",
        "1e3s",
        "10000000h"
      })
  void knowsWhatIsNone(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }
}
