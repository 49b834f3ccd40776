package dev.sidecarctl.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.cases.CaseFolder;
import dev.sidecarctl.cases.ToolRun;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.output.UnifiedDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The parts of the catalogue's READMEs that are made out of the templates: the table of parameters,
 * and an example, which is the diff of a case. {@code -Dupdate=true} writes them.
 */
class CatalogueReadmeTest {
  private static final boolean UPDATE = Boolean.getBoolean("update");
  private static final Pattern TABLE =
      Pattern.compile("<!-- parameters -->\n(.*?)<!-- /parameters -->\n", Pattern.DOTALL);
  private static final Pattern EXAMPLE =
      Pattern.compile("<!-- example: (\\S+) -->\n(.*?)<!-- /example -->\n", Pattern.DOTALL);

  /** The record is cut short: what it is, docs/record.md tells. */
  private static final Pattern RECORD =
      Pattern.compile("(sidecarctl\\.dev/status: '\\{\"templates\":\\{\"[^\"]+\":).*");

  static Stream<Path> templates() throws IOException {
    try (Stream<Path> folders = Files.list(CaseFolder.ROOT.resolve("templates"))) {
      return folders.filter(Files::isDirectory).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("templates")
  void saysWhatTheTemplateSays(Path folder) throws IOException {
    Path file = folder.resolve("README.md");
    String text = Files.readString(file);
    String made = made(folder, text);
    if (UPDATE) {
      Files.writeString(file, made);
    }
    assertThat(text).isEqualTo(made);
  }

  private static String made(Path folder, String text) throws IOException {
    String name = folder.getFileName().toString();
    String table =
        out("template", "show", "templates/" + name + "/template.yaml", "-o", "markdown");
    Matcher place = TABLE.matcher(text);
    assertThat(place.find()).as("%s has a place for the parameters", name).isTrue();
    String made = text.substring(0, place.start(1)) + table + text.substring(place.end(1));

    Matcher example = EXAMPLE.matcher(made);
    assertThat(example.find()).as("%s has an example", name).isTrue();
    String diff =
        "<details>\n<summary>What becomes of a manifest</summary>\n\n```diff\n"
            + diff(folder.resolve("cases").resolve(example.group(1)))
            + "```\n\n</details>\n";
    return made.substring(0, example.start(2)) + diff + made.substring(example.end(2));
  }

  /** The hunks of the case's diff, without their heads. */
  private static String diff(Path folder) throws IOException {
    String before = Files.readString(folder.resolve("input.yaml"));
    String after = Files.readString(folder.resolve("expected.yaml"));
    String hunks =
        UnifiedDiff.of("app.yaml", before, after, Palette.PLAIN)
            .replaceFirst("--- .*\n\\+\\+\\+ .*\n@@.*\n", "")
            .replaceAll("@@.*\n", " …\n");
    return RECORD.matcher(hunks).replaceAll("$1…");
  }

  private static String out(String... line) {
    ToolRun run = ToolRun.of(CaseFolder.ROOT, List.of(line));
    assertThat(run.status()).as(run.err()).isZero();
    return new String(run.out(), StandardCharsets.UTF_8);
  }
}
