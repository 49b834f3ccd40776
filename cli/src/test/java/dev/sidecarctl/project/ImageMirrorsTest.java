package dev.sidecarctl.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageMirrorsTest {
  private final ImageMirrors mirrors =
      new ImageMirrors(
          Map.of(
              "docker.io", "m.example/hub",
              "docker.io/library/busybox", "m.example/bb",
              "fluent/fluentd", "m.example/fd",
              "quay.io/team", "m.example/team",
              "localhost:5000/x", "m.example/x"));

  @ParameterizedTest
  @CsvSource({
    "busybox, m.example/bb",
    "busybox:1.37.0, m.example/bb:1.37.0",
    "busybox@sha256:01, m.example/bb@sha256:01",
    "docker.io/busybox:1, m.example/bb:1",
    "docker.io/library/busybox:1, m.example/bb:1",
    "busybox-extras:1, m.example/hub/library/busybox-extras:1",
    "fluent/fluentd:1, m.example/fd:1",
    "docker.io/fluent/fluentd:1, m.example/hub/fluent/fluentd:1",
    "fluent/fluent-bit:4, m.example/hub/fluent/fluent-bit:4",
    "quay.io/team/app:1, m.example/team/app:1",
    "quay.io/teams/app:1, quay.io/teams/app:1",
    "localhost/busybox, localhost/busybox",
    "localhost:5000/x/y:1, m.example/x/y:1",
    "registry:5000/busybox, registry:5000/busybox",
  })
  void theLongestPrefixIsReplaced(String image, String expected) {
    assertThat(mirrors.mirrored(image)).isEqualTo(expected);
  }
}
