package dev.sidecarctl.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** All laws on every manifest below {@code testdata/corpus}, with every template. */
class CorpusTest {
  private static final Path OUTCOMES = CorpusManifest.CORPUS.resolve("outcomes.md");
  private static final String ASKS_FOR_A_TEMPLATE = "sidecarctl.dev/inject: sidecar-logger";
  private static final String DIAGNOSTICS = "expected.diagnostics";
  private static final String REPORT = "expected.report";
  private static final int FEWEST_INJECTED = 74;

  @TempDir Path scratch;

  private final Map<String, List<CorpusOutcome>> outcomes = new LinkedHashMap<>();

  @TestFactory
  Stream<DynamicTest> laws() {
    Pattern chosen = Pattern.compile(System.getProperty("case", ""));
    Stream<DynamicTest> manifests =
        CorpusManifest.all().stream()
            .filter(manifest -> chosen.matcher(manifest.name()).find())
            .map(manifest -> DynamicTest.dynamicTest(manifest.name(), () -> prove(manifest)));
    Stream<DynamicTest> table =
        Stream.of(chosen.pattern())
            .filter(String::isEmpty)
            .map(all -> DynamicTest.dynamicTest("outcomes", this::isAsWrittenDown));
    return Stream.concat(manifests, table);
  }

  private void prove(CorpusManifest manifest) throws IOException {
    tellsItsStyle(manifest);
    staysWhereNothingMatches(manifest);
    outcomes.put(manifest.name(), new ArrayList<>());
    for (CorpusTemplate template : CorpusTemplate.all()) {
      Path folder = folder(manifest, template.name());
      CaseFolder first = injected(manifest, template, folder.resolve("first"));
      outcomes.get(manifest.name()).add(outcome(manifest, first));
      if (!first.isRefused() && template.isForAllLaws()) {
        keepsTheLaws(manifest, first);
        CaseFolder next = injected(manifest, template.next(), folder.resolve("next"));
        assertThat(next.isRefused()).as("the next version is refused").isFalse();
        upgrades(first, next, folder);
      }
    }
  }

  private static CorpusOutcome outcome(CorpusManifest manifest, CaseFolder folder) {
    String after = folder.isRefused() ? manifest.text() : text(folder.expected());
    return CorpusOutcome.of(
        folder.text(REPORT), folder.text(DIAGNOSTICS), Lines.lost(manifest.text(), after));
  }

  private Path folder(CorpusManifest manifest, String use) {
    return scratch.resolve((manifest.name() + "-" + use).replaceAll("[^a-z0-9]+", "-"));
  }

  private static void tellsItsStyle(CorpusManifest manifest) {
    if (!manifest.isJson()) {
      assertThat(manifest.text().lines().limit(3).map(line -> line.replace("\uFEFF", "")))
          .as("a comment in front that tells the style")
          .anySatisfy(line -> assertThat(line).matches("#( .{10,})?"));
    }
  }

  /** A run that matches nothing is no run at all. */
  private void staysWhereNothingMatches(CorpusManifest manifest) {
    CaseFolder folder = manifest.asCase(folder(manifest, "nothing"), CorpusTemplate.ofNothing());
    ToolRun run = ToolRun.of(folder.path(), folder.commandLine());
    if (run.diagnostics().contains("error[")) {
      assertThat(run.out()).as("output of a run that is refused").isEmpty();
    } else if (!manifest.text().contains(ASKS_FOR_A_TEMPLATE)) {
      assertThat(run.out()).as("a template that matches nothing").isEqualTo(manifest.bytes());
    }
  }

  /** Injects, and writes down what came out as what is expected. */
  private static CaseFolder injected(CorpusManifest manifest, CorpusTemplate template, Path path)
      throws IOException {
    CaseFolder folder = manifest.asCase(path, template);
    ToolRun run = ToolRun.of(path, folder.commandLine());
    Files.writeString(path.resolve(DIAGNOSTICS), run.diagnostics());
    Files.writeString(path.resolve(REPORT), run.report());
    new ExcerptLaw(folder).check(run.diagnostics());
    if (folder.isRefused()) {
      assertThat(run.out()).as("output of a run that is refused").isEmpty();
    } else {
      Files.write(path.resolve("expected" + folder.extension()), run.out());
    }
    return folder;
  }

  private static void keepsTheLaws(CorpusManifest manifest, CaseFolder folder) throws IOException {
    keepsEveryCharacter(manifest.text(), text(folder.expected()));
    DataLaw.check(folder);
    Path scratch = folder.path().resolveSibling("laws");
    ByteLaws laws = new ByteLaws(folder, scratch);
    ToolRun ejection = laws.ejection();
    Files.writeString(folder.path().resolve("eject.diagnostics"), ejection.diagnostics());
    laws.check(ByteLaws.Variant.AS_WRITTEN);
    // All at once; the cases have each of them on its own.
    laws.check(
        endsInContent(manifest)
            ? ByteLaws.Variant.AS_WRITTEN
            : ByteLaws.Variant.LAST_NEWLINE_TURNED,
        manifest.text().contains("\r") ? ByteLaws.Variant.LF : ByteLaws.Variant.CRLF,
        ByteLaws.Variant.BOM_TURNED);
  }

  /** Behind an empty line the last newline may be part of a value. */
  private static boolean endsInContent(CorpusManifest manifest) {
    return manifest.text().endsWith("\n\n");
  }

  /** What was written stands in the output, in order, but for what the record says was replaced. */
  private static void keepsEveryCharacter(String before, String after) {
    if (after.contains("\"was\":") || after.contains("\\\"was\\\":")) {
      return;
    }
    int found = 0;
    for (int i = 0; i < after.length() && found < before.length(); i++) {
      found += after.charAt(i) == before.charAt(found) ? 1 : 0;
    }
    assertThat(found)
        .as("characters of the input that are in the output")
        .isEqualTo(before.length());
  }

  /** The next version over this one gives what the next version gives on the original. */
  private static void upgrades(CaseFolder first, CaseFolder next, Path folder) throws IOException {
    Path path = Files.createDirectories(folder.resolve("upgrade"));
    for (String file : List.of("template.yaml", "args", CorpusManifest.KUSTOMIZATION)) {
      if (next.has(file)) {
        Files.write(path.resolve(file), next.bytes(file));
      }
    }
    String input = first.inputName();
    Files.write(path.resolve(input), first.expected());
    ToolRun upgrade = ToolRun.of(path, new CaseFolder(path).commandLine());
    assertThat(text(upgrade.out())).as("upgraded").isEqualTo(text(next.expected()));
    Files.write(path.resolve(input), upgrade.out());
    ToolRun ejected = ToolRun.of(path, List.of("eject", input));
    assertThat(ejected.out()).as("upgraded, and ejected").isEqualTo(first.bytes(input));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** What becomes of each manifest is written down, so that none passes through unnoticed. */
  private void isAsWrittenDown() throws IOException {
    List<CorpusTemplate> templates = CorpusTemplate.all();
    String table = table(templates);
    if (Boolean.getBoolean("update")) {
      Files.writeString(OUTCOMES, table);
      assertThat(false).as("outcomes were rewritten; run again without -Dupdate").isTrue();
    }
    assertThat(table).isEqualTo(Files.readString(OUTCOMES));
    for (int i = 0; i < templates.size(); i++) {
      assertThat(column(i).stream().mapToInt(CorpusOutcome::injected).sum())
          .as("workloads that got " + templates.get(i).name())
          .isGreaterThan(FEWEST_INJECTED);
    }
  }

  private List<CorpusOutcome> column(int index) {
    return outcomes.values().stream().map(row -> row.get(index)).toList();
  }

  private String table(List<CorpusTemplate> templates) {
    StringBuilder table = new StringBuilder();
    appendRow(table, "manifest", templates.stream().map(CorpusTemplate::name));
    appendRow(table, "---", templates.stream().map(template -> "---"));
    outcomes.forEach(
        (name, row) -> appendRow(table, name, row.stream().map(CorpusOutcome::toString)));
    appendRow(
        table,
        "all " + outcomes.size(),
        IntStream.range(0, templates.size()).mapToObj(i -> CorpusOutcome.total(column(i))));
    return table.toString();
  }

  private static void appendRow(StringBuilder table, String name, Stream<String> row) {
    table.append("| ").append(name).append(" | ");
    table.append(row.collect(Collectors.joining(" | "))).append(" |\n");
  }
}
