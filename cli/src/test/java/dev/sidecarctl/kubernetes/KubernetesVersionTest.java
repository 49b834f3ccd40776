package dev.sidecarctl.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesVersionTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "1.27, 27",
    "v1.31, 31",
    "1.31.4, 31",
    "v1.31.4-eks-1, 31",
    "v1.31.4+k3s1, 31",
    "1.31+k3s1, 31",
    "1.36-rc.1, 36",
    "1.99, 99",
  })
  void countsTheMinor(String text, int minor) {
    assertThat(KubernetesVersion.parse(text)).contains(new KubernetesVersion(minor));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.",
        "1.26",
        "2.0",
        "latest",
        "1.31x",
        "1.31.",
        "1.31.x",
        "1.31-",
        "v",
        "1.99999",
        "-1.30",
        "1.31+",
        "1.31_eks",
        "31"
      })
  void knowsWhatIsNone(String text) {
    assertThat(KubernetesVersion.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "1.{0}: {1}")
  @CsvSource({"27, false", "28, false", "29, true", "36, true"})
  void knowsSinceWhenSidecarsAreNative(int minor, boolean expected) {
    assertThat(new KubernetesVersion(minor).hasNativeSidecars()).isEqualTo(expected);
  }
}
