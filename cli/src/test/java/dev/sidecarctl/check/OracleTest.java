package dev.sidecarctl.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.sidecarctl.check.DocumentCheck.CheckedDocument;
import dev.sidecarctl.check.DocumentCheck.CheckedObject;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What we say of the manifests in {@code testdata/oracle}, each of which touches one rule, against
 * the verdicts of Kubernetes' own code, and word for word.
 */
class OracleTest {
  private static final Path ROOT = Path.of(System.getProperty("sidecarctl.root"));
  private static final Path ORACLE = ROOT.resolve("testdata/oracle");
  private static final Path CASES = ORACLE.resolve("cases");
  private static final Path SAID = ORACLE.resolve("said.txt");
  private static final double PATHS = 0.99;
  private static final double WARNINGS = 0.94;

  private final Checker checker = new Checker(OracleTest::table);

  private static String table() {
    try {
      return Files.readString(
          ROOT.resolve("cli/src/main/resources/dev/sidecarctl/check/schemas.txt"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void agreesWithKubernetesOwnCode() throws IOException {
    VerdictComparison comparison = new VerdictComparison(CASES, KubernetesVersion.NEWEST, checker);
    comparison.compare(ORACLE.resolve("verdicts.jsonl"));
    assertThat(comparison.disagreements()).isEmpty();
    assertThat(comparison.otherControls()).isEmpty();
    assertThat(comparison.pathAgreement()).isGreaterThanOrEqualTo(PATHS);
    assertThat(comparison.warningAgreement()).isGreaterThanOrEqualTo(WARNINGS);
  }

  @Test
  void saysWhatIsWrittenDown() throws IOException {
    StringBuilder said = new StringBuilder();
    try (Stream<Path> files = Files.list(CASES)) {
      for (Path file : files.sorted().toList()) {
        said.append("== ").append(file.getFileName()).append('\n');
        describe(new Source(file.getFileName().toString(), Files.readString(file)), said);
      }
    }
    if (Boolean.getBoolean("update")) {
      Files.writeString(SAID, said);
      fail("updated %s: look at the difference", SAID);
    }
    assertThat(said.toString()).isEqualTo(Files.readString(SAID));
  }

  private void describe(Source source, StringBuilder said) {
    CheckSettings settings = new CheckSettings(KubernetesVersion.NEWEST, false, Optional.empty());
    DocumentCheck check =
        new DocumentCheck(checker, settings, WorkloadKinds.builtIn(), id -> Optional.empty());
    try {
      YamlStream stream = YamlStream.of(source);
      append(stream.warnings(), said);
      for (YamlDocument document : stream.documents()) {
        CheckedDocument checked = check.check(document);
        append(checked.diagnostics(), said);
        for (CheckedObject object : checked.objects()) {
          append(object.findings().stream().map(Finding::diagnostic).toList(), said);
        }
      }
    } catch (RefusedException e) {
      append(e.diagnostics(), said);
    }
  }

  /** Each place is a token: it begins and ends with something, and stands in one line. */
  private static void append(List<Diagnostic> diagnostics, StringBuilder said) {
    for (Diagnostic diagnostic : diagnostics) {
      Location at = diagnostic.place().orElseThrow();
      String token = at.source().text().substring(at.span().start(), at.span().end());
      String first = token.lines().findFirst().orElse("");
      assertThat(first).as(diagnostic.message()).isEqualTo(first.strip());
      said.append(at.source().position(at.span().start())).append(' ');
      said.append(diagnostic.severity().word()).append('[').append(diagnostic.code().word());
      said.append("] ").append(diagnostic.message());
      said.append(first.isEmpty() ? "" : "  <" + abbreviated(first) + ">").append('\n');
    }
  }

  private static String abbreviated(String token) {
    return token.length() > 40 ? token.substring(0, 40) + "…" : token;
  }
}
