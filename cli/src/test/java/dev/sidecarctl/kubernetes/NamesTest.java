package dev.sidecarctl.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
  @ParameterizedTest
  @ValueSource(strings = {"a", "web", "1web", "log-collector", "a--b"})
  void admitsLabels(String name) {
    assertThat(Names.label(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-a", "a-", "Web", "a_b", "a..b", ".a", "ü"})
  void refusesWhatIsNoLabel(String name) {
    assertThat(Names.label(name)).singleElement().asString().startsWith("a lowercase RFC 1123");
  }

  @Test
  void namesTheDotsAndTheLength() {
    assertThat(Names.label("a.b")).isEqualTo(List.of("must not contain dots"));
    assertThat(Names.label("a".repeat(63))).isEmpty();
    assertThat(Names.label("a".repeat(64)))
        .isEqualTo(List.of("must be no more than 63 characters"));
  }

  /** The number of reasons that the API server gives for each. */
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "http, 0",
    "a1-b, 0",
    "8080, 1",
    "aaaaaaaaaaaaaaa, 0",
    "aaaaaaaaaaaaaaaa, 1",
    "a--b, 1",
    "-http, 1",
    "http-, 1",
    "Http, 1",
    "--_THIS-IS-TOO-LONG-, 5",
  })
  void checksPorts(String name, int reasons) {
    assertThat(Names.port(name)).hasSize(reasons);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "A, true",
    "1A, true",
    "a b, true",
    "a.b, true",
    "'A=B', false",
    "'A\tB', false",
    "ü, false"
  })
  void checksVariables(String name, boolean good) {
    assertThat(Names.env(name).isEmpty()).isEqualTo(good);
  }
}
