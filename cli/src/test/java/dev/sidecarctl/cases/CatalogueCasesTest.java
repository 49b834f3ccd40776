package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases beside the templates of the catalogue, run by the program's own command. */
class CatalogueCasesTest {

  @Test
  void pass() {
    ToolRun run = ToolRun.of(CaseFolder.ROOT, List.of("template", "test", "templates"));

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.err()).doesNotContain("no cases").endsWith(" cases, 0 failed\n");
  }
}
