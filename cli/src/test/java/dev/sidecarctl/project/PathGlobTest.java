package dev.sidecarctl.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathGlobTest {

  @ParameterizedTest
  @CsvSource({
    "a.yaml, a.yaml, true",
    "./a.yaml, a.yaml, true",
    "a.yaml, b/a.yaml, false",
    "*.yaml, a.yaml, true",
    "*.yaml, b/a.yaml, false",
    "b, b/c/a.yaml, true",
    "b/, b/c/a.yaml, true",
    "b, bc/a.yaml, false",
    "b/*, b/c/a.yaml, true",
    "**, b/c/a.yaml, true",
    "**/a.yaml, a.yaml, true",
    "**/a.yaml, b/c/a.yaml, true",
    "b/**, b/c/a.yaml, true",
    "b/**, b, false",
    "b/**/a.yaml, b/a.yaml, true",
    "b/**/d/*.yaml, b/c/c/d/a.yaml, true",
    "b/**/d/*.yaml, b/c/c/e/a.yaml, false",
    "[ab]?.yaml, b1.yaml, true",
    "[ab]?.yaml, c1.yaml, false",
  })
  void matches(String glob, String path, boolean expected) {
    assertThat(new PathGlob(glob).matches(path)).isEqualTo(expected);
  }
}
