package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each template of the catalogue in applications as people have them: as a native sidecar and as an
 * ordinary one, valid on that version of Kubernetes, and out again to the byte.
 */
class ApplicationsTest {
  private static final Path FOLDER = CaseFolder.ROOT.resolve("testdata/applications");

  /** Of pods that are to end, before there were native sidecars. */
  private static final String NEVER_ENDS = "error[job-never-completes]";

  static Stream<Arguments> all() throws Exception {
    List<Arguments> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        for (CatalogueTemplate template : CatalogueTemplate.all()) {
          for (String version : List.of("1.28", "1.36")) {
            all.add(Arguments.of(template, file.getFileName().toString(), version));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0} in {1} on {2}")
  @MethodSource("all")
  void takeTheCatalogue(CatalogueTemplate template, String file, String version) throws Exception {
    byte[] original = Files.readAllBytes(FOLDER.resolve(file));
    List<String> settings = new ArrayList<>(template.settings());
    settings.addAll(List.of("-t", template.folder().path().resolve("template.yaml").toString()));
    settings.addAll(List.of("--kubernetes-version", version));

    ToolRun injected = run("inject", settings, original);
    if (injected.err().contains(NEVER_ENDS)) {
      assertThat(file + version).isEqualTo("nightly.yaml1.28");
      return;
    }
    assertThat(injected.status()).as(injected.err()).isZero();
    assertThat(injected.out()).isNotEqualTo(original);

    ToolRun valid = run("validate", List.of("--kubernetes-version", version), injected.out());
    assertThat(valid.status()).as(valid.err()).isZero();
    assertThat(run("inject", settings, injected.out()).out()).isEqualTo(injected.out());
    assertThat(run("eject", List.of(), injected.out()).out()).isEqualTo(original);
  }

  private static ToolRun run(String verb, List<String> options, byte[] input) {
    List<String> line = new ArrayList<>(List.of(verb, "-f", "-"));
    line.addAll(options);
    return ToolRun.of(CaseFolder.ROOT, line, new ByteArrayInputStream(input));
  }
}
