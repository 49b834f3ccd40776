package dev.sidecarctl.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sidecarctl.cases.ToolRun;
import dev.sidecarctl.diagnostic.PrintableText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plan's forms, of everything in the corpus: each says the same. */
class PlanFormatsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern MARKUP = Pattern.compile("<[^>]*>");

  /** What a line of a chart may be; anything else could be text that broke out of its quotes. */
  private static final Pattern CHART_LINE =
      Pattern.compile(
          "flowchart TB|  (direction TB|end|classDef injected [a-z0-9:#,-]+"
              + "|subgraph p\\d+\\[\"[^\"]+\"\\]"
              + "|p\\d+[cv]\\d+\\[\\(?\"[^\"]*\"\\)?\\](:::injected)?"
              + "|p\\d+c\\d+ -- \"[^\"]+\" --> p\\d+c\\d+"
              + "|p\\d+c\\d+ -\\. \"[^\"]+\" \\.- p\\d+v\\d+)");

  /** Command lines, but for the form. */
  static Stream<List<String>> plans() {
    return Stream.of(
        List.of("-t", "sidecar-logger", "testdata/corpus"),
        List.of("-t", "log-collector", "--set", "host=es", "testdata/corpus"),
        List.of("-t", "sidecar-logger", "testdata/example"),
        List.of("-t", "sidecar-logger", "--kubernetes-version", "1.28", "testdata/example"));
  }

  private static String plan(String form, List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("plan", "-q", "-o", form));
    line.addAll(arguments);
    return new String(ToolRun.of(ROOT, line).out(), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @MethodSource("plans")
  void jsonKeepsItsSchema(List<String> arguments) throws Exception {
    String json = plan("json", arguments);

    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(ROOT.resolve("docs/plan.schema.json")));
    assertThat(schema.validate(json, InputFormat.JSON)).map(Error::toString).isEmpty();
    assertThat(JsonMapper.shared().readTree(json).get("totals").get("withSidecars").asInt())
        .isPositive();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void thePageSaysWhatTheJsonSays(List<String> arguments) {
    String page = text(plan("html", arguments));
    JsonNode workloads = JsonMapper.shared().readTree(plan("json", arguments)).get("workloads");

    List<String> missing = new ArrayList<>();
    for (JsonNode workload : workloads) {
      for (String said : texts(workload)) {
        if (!page.contains(printable(said))) {
          missing.add(said);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("plans")
  void nothingOfAManifestGetsOutOfItsQuotesInAChart(List<String> arguments) {
    assertThat(plan("mermaid", arguments).lines())
        .allMatch(CHART_LINE.asMatchPredicate(), "a line of a chart");
  }

  @Test
  void thePageNeedsNothingBesideIt() {
    String page = plan("html", plans().findFirst().orElseThrow());

    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContain("<script", "<link", "<img", "url(", "@import", "src=");
  }

  /** All texts, but for words that the page says in another way. */
  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node.isString()) {
      texts.add(node.asString());
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              entry -> {
                boolean another = List.of("outcome", "kind", "limit").contains(entry.getKey());
                if (!another || (entry.getKey().equals("kind") && node.has("apiVersion"))) {
                  texts.addAll(texts(entry.getValue()));
                }
              });
    } else {
      node.forEach(item -> texts.addAll(texts(item)));
    }
    return texts;
  }

  private static String text(String html) {
    return MARKUP
        .matcher(html.substring(html.indexOf("<body>")))
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&amp;", "&");
  }

  private static String printable(String text) {
    return PrintableText.of(text);
  }
}
