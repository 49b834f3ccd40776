package dev.sidecarctl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ToyTest {
  @Test
  void rootIsKnown() {
    assertThat(Files.exists(Path.of(System.getProperty("sidecarctl.root"), "pom.xml"))).isTrue();
  }
}
