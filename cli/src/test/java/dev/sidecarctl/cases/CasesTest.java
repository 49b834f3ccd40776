package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The cases below {@code testdata/inject}; its README tells how to add one. */
class CasesTest {
  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> inject() {
    Pattern chosen = Pattern.compile(System.getProperty("case", ""));
    List<CaseFolder> folders =
        CaseFolder.all().stream().filter(folder -> chosen.matcher(folder.name()).find()).toList();
    assertThat(folders).as("cases that fit " + chosen).isNotEmpty();
    return folders.stream()
        .map(folder -> DynamicTest.dynamicTest(folder.name(), () -> prove(folder)));
  }

  private void prove(CaseFolder folder) {
    folder.checkNames();
    ByteLaws laws = new ByteLaws(folder, scratch.resolve(folder.name().toLowerCase(Locale.ROOT)));
    ToolRun run = laws.injection();
    if (Boolean.getBoolean("update")) {
      Expectations.update(folder, run);
      if (run.status() == 0) {
        Expectations.updateEjection(folder, laws.ejection());
      }
      assertThat(false).as("expectations were rewritten; run again without -Dupdate").isTrue();
    }
    Expectations.check(folder, run);
    new ExcerptLaw(folder).check(run.diagnostics());
    DataLaw.check(folder);
    for (ByteLaws.Variant variant : ByteLaws.Variant.values()) {
      laws.check(variant);
    }
  }
}
