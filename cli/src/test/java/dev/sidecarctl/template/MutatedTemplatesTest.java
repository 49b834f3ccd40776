package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.editor.Disagreements;
import dev.sidecarctl.editor.DocumentMutation;
import dev.sidecarctl.editor.EditorFiles;
import dev.sidecarctl.editor.EditorSchema;
import dev.sidecarctl.editor.EverySlip;
import dev.sidecarctl.editor.Keywords;
import dev.sidecarctl.editor.PlainData;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The reader and the schema for editors have one idea of the form of templates. */
class MutatedTemplatesTest {
  private static final int MUTANTS = 4000;
  private static final int LEAST = 1000;

  /** Of how many slips, one after the other in the text, one is looked at. */
  private static final int ONE_OF = Integer.getInteger("slips", 10);

  private static final long SEED = 20260101;

  /** Complaints of form. */
  private static final Set<Code> FORM =
      EnumSet.of(
          Code.TEMPLATE_KIND,
          Code.TEMPLATE_MISSING_KEY,
          Code.TEMPLATE_NAME,
          Code.TEMPLATE_TYPE,
          Code.TEMPLATE_UNKNOWN_KEY,
          Code.TEMPLATE_VALUE);

  /**
   * Complaints under these codes that are of meaning: of the type of what a reference stands for,
   * and of what a schema cannot compute or compare.
   */
  private static final List<String> MEANING =
      List.of(
          "$(",
          "parameter ",
          "the pattern is no regular expression",
          "minimum is above maximum",
          "a container cannot go ");

  /** What else is one of meaning in a template that extends another one. */
  private static final Pattern BROUGHT =
      Pattern.compile(
          "has no image$|volume(Mounts|Devices)\\[.*has no name$"
              + "|^(default|minimum|maximum|a value of enum|an element of default) is "
              + "|has no (minimum|maximum)$|^a pattern is for |^items is for ");

  /** Keys of the language that documents seldom have, with values. */
  private static final Map<String, Object> EXTRAS =
      Keywords.of(
          "when",
          true,
          "forEach",
          "ports",
          "yaml",
          Map.of("a", 1),
          "extends",
          "sidecar-logger",
          "values",
          List.of("x"),
          "value",
          Map.of("value", "x"),
          "in",
          List.of("a"),
          "before",
          "x",
          "after",
          "x",
          "sidecarctl.dev/inject",
          "true");

  private final EditorSchema schema = new EditorSchema("sidecar-template.schema.json");
  private final Disagreements disagreements = new Disagreements(schema);
  private int slips;

  @Test
  void agreeOnEveryTemplateOfTheProject() {
    List<Value> templates =
        EditorFiles.ofKind(TemplateReader.KIND, "templates", "testdata", "docs", "bench");
    for (Value template : templates) {
      add(PlainData.of(template));
    }
    disagreements.check(400);
  }

  @Test
  void agreeOnMutants() {
    List<?> templates =
        EditorFiles.ofKind(TemplateReader.KIND, "templates", "testdata").stream()
            .filter(template -> diagnostics(PlainData.json(PlainData.of(template))).isEmpty())
            .map(PlainData::of)
            .distinct()
            .toList();
    assertThat(templates).hasSizeGreaterThan(100);
    Random random = new Random(SEED);
    DocumentMutation mutation = new DocumentMutation(random, templates, EXTRAS);
    for (int i = 0; i < MUTANTS; i++) {
      add(mutation.mutant(templates.get(i % templates.size())));
    }
    disagreements.check(LEAST);
  }

  @Test
  void agreeOnEverySlipInTemplatesOfAllKeys() {
    for (Value whole : EditorFiles.ofKind(TemplateReader.KIND, "testdata/editor")) {
      assertThat(diagnostics(PlainData.json(PlainData.of(whole)))).isEmpty();
      EverySlip.in(PlainData.of(whole), EXTRAS, this::addSome);
    }
    disagreements.check(LEAST);
  }

  /** {@code -Dslips=1} looks at each of them, which takes a minute. */
  private void addSome(Object template) {
    if (slips++ % ONE_OF == 0) {
      add(template);
    }
  }

  private void add(Object template) {
    String json = PlainData.json(template);
    boolean over =
        template instanceof Map<?, ?> document
            && document.get("spec") instanceof Map<?, ?> spec
            && spec.get("extends") instanceof String;
    disagreements.add(
        json,
        diagnostics(json),
        over ? MutatedTemplatesTest::formOver : MutatedTemplatesTest::form);
  }

  private static List<Diagnostic> diagnostics(String json) {
    try {
      TemplateReader.read(new Source("template.json", json), Given.CONTEXT);
      return List.of();
    } catch (RefusedException e) {
      return e.diagnostics();
    }
  }

  private static boolean form(Diagnostic diagnostic) {
    return FORM.contains(diagnostic.code())
        && MEANING.stream().noneMatch(diagnostic.message()::startsWith);
  }

  /** Over another template it takes that one to tell what is missing, and what a value is. */
  private static boolean formOver(Diagnostic diagnostic) {
    return form(diagnostic) && !BROUGHT.matcher(diagnostic.message()).find();
  }
}
