package dev.sidecarctl.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sidecarctl.cases.ToolRun;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reports of all verbs, held against the schemas that others read them by. */
class ReportsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern ANNOTATION =
      Pattern.compile(
          "::(error|warning) (file=[^,:]+,line=\\d+,endLine=\\d+,col=\\d+,"
              + "endColumn=\\d+,)?title=[a-z0-9-]+::.+");

  @TempDir Path folder;

  /** Command lines that find something, each in its own way. */
  static Stream<List<String>> commandLines() {
    return Stream.of(
        List.of("inject", "-i", "-t", "sidecar-logger", "good.yaml"),
        List.of("inject", "--check", "-t", "sidecar-logger", "good.yaml", "conflict.yaml"),
        List.of("inject", "-t", "./broken.yaml", "good.yaml"),
        List.of("inject", "-t", "./fault.yaml", "good.yaml"),
        List.of("inject", "-t", "sidecar-logger", "missing.yaml"),
        List.of("inject", "-t", "sidecar-loger", "good.yaml"),
        List.of("eject", "good.yaml"),
        List.of("plan", "-t", "sidecar-logger", "good.yaml", "conflict.yaml"),
        List.of("status", "good.yaml", "bad ümlaut.yaml"),
        List.of("validate", "good.yaml", "bad ümlaut.yaml", "syntax.yaml"),
        List.of("validate", "--kubernetes-version", "1.28,1.36", "good.yaml", "bad ümlaut.yaml"));
  }

  private void files() throws Exception {
    Files.copy(
        ROOT.resolve("testdata/example/app.yaml"),
        folder.resolve("good.yaml"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.copy(
        ROOT.resolve("testdata/example/conflict.yaml"),
        folder.resolve("conflict.yaml"),
        StandardCopyOption.REPLACE_EXISTING);
    Files.writeString(
        folder.resolve("bad ümlaut.yaml"),
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: ü\nspec:\n  contaners: []\n");
    Files.writeString(folder.resolve("syntax.yaml"), "a: [\n");
    String head = "apiVersion: sidecarctl.dev/v1\nkind: SidecarTemplate\nmetadata: {name: a}\n";
    Files.writeString(folder.resolve("broken.yaml"), head + "spec: {contaners: []}\n");
    Files.writeString(
        folder.resolve("fault.yaml"),
        head + "spec:\n  containers:\n    - {name: a, image: b, ports: [{containerPort: 0}]}\n");
  }

  private String report(String format, List<String> commandLine) throws Exception {
    files();
    List<String> line = new ArrayList<>(commandLine);
    line.add("--report");
    line.add(format + "=out");
    ToolRun.of(folder, line);
    return Files.readString(folder.resolve("out"));
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void jsonKeepsItsOwnSchema(List<String> commandLine) throws Exception {
    String report = report("json", commandLine);

    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(ROOT.resolve("docs/report.schema.json")));
    assertThat(schema.validate(report, InputFormat.JSON)).map(Error::toString).isEmpty();
    JsonNode summary = JsonMapper.shared().readTree(report).get("summary");
    boolean anything = summary.get("objects").asInt() + summary.get("errors").asInt() > 0;
    assertThat(anything).as(report).isTrue();
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void sarifKeepsItsOfficialSchema(List<String> commandLine) throws Exception {
    String report = report("sarif", commandLine);

    try (InputStream official =
        Objects.requireNonNull(
            ReportsTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json"))) {
      Schema schema =
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
              .getSchema(new String(official.readAllBytes(), StandardCharsets.UTF_8));
      assertThat(schema.validate(report, InputFormat.JSON)).map(Error::toString).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("commandLines")
  void githubReadsALineForEachFinding(List<String> commandLine) throws Exception {
    String report = report("github", commandLine);

    assertThat(report.lines()).allMatch(ANNOTATION.asMatchPredicate(), "an annotation");
    JsonNode summary = JsonMapper.shared().readTree(report("json", commandLine)).get("summary");
    assertThat(report.lines().count())
        .isEqualTo(summary.get("errors").asInt() + summary.get("warnings").asInt());
  }

  @Test
  void aFaultOfATemplateIsShownWhereItIsAndWhereItShows() throws Exception {
    String report = report("json", List.of("inject", "-t", "./fault.yaml", "good.yaml"));

    JsonNode finding = JsonMapper.shared().readTree(report).get("others").get(0);
    assertThat(finding.get("file").asString()).isEqualTo("./fault.yaml");
    assertThat(finding.get("related").get(0).get("file").asString()).isEqualTo("good.yaml");
  }

  @Test
  void aManifestIsNeverTakenForAReport() throws Exception {
    files();
    ToolRun run =
        ToolRun.of(folder, List.of("validate", "good.yaml", "--report", "json=conflict.yaml"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("conflict.yaml is there already, and is no report");
    assertThat(folder.resolve("conflict.yaml"))
        .hasSameTextualContentAs(ROOT.resolve("testdata/example/conflict.yaml"));
  }

  @Test
  void anOldReportGoesAtOnce() throws Exception {
    files();
    List<String> line = List.of("validate", "good.yaml", "--report", "json=out.json");
    ToolRun.of(folder, line);
    String first = Files.readString(folder.resolve("out.json"));

    assertThat(ToolRun.of(folder, line).status()).isZero();
    assertThat(folder.resolve("out.json")).hasContent(first);
    assertThat(ToolRun.of(folder, List.of("inject", "-i", "--report", "json=out.json")).status())
        .isEqualTo(2);
  }
}
