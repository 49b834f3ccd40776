package dev.sidecarctl.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.editor.Disagreements;
import dev.sidecarctl.editor.DocumentMutation;
import dev.sidecarctl.editor.EditorFiles;
import dev.sidecarctl.editor.EditorSchema;
import dev.sidecarctl.editor.EverySlip;
import dev.sidecarctl.editor.HoverTexts;
import dev.sidecarctl.editor.Keywords;
import dev.sidecarctl.editor.PlainData;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The schema of configurations that is checked in is the one that the reader's keys give. */
class ConfigurationSchemaTest {
  private static final String NAME = "sidecarctl-configuration.schema.json";
  private static final int MUTANTS = 3000;
  private static final long SEED = 20260101;

  private static final Set<Code> FORM =
      EnumSet.of(
          Code.CONFIGURATION_KIND,
          Code.CONFIGURATION_MISSING_KEY,
          Code.CONFIGURATION_TYPE,
          Code.CONFIGURATION_UNKNOWN_KEY,
          Code.CONFIGURATION_VALUE);

  private static final Map<String, Object> EXTRAS =
      Keywords.of(
          "onConflict", "keep",
          "default", "fail",
          "env-conflict", "replace",
          "variable-undefined", false,
          "not-utf8", "warn",
          "/", "x",
          "drift", "off");

  private final Disagreements disagreements = new Disagreements(new EditorSchema(NAME));

  @Test
  void isWhatIsCheckedIn() throws Exception {
    EditorSchema.check(NAME, Keywords.json(ConfigurationSchema.make()));
  }

  @Test
  void everyKeyHasATextAndNoOtherHas() {
    List<String> keys = new ArrayList<>(List.of("Conflicts.default"));
    ConfigurationReader.KNOWN.forEach(key -> keys.add("Configuration." + key));
    WorkloadsReader.KNOWN.forEach(key -> keys.add("Workload." + key));
    assertThat(HoverTexts.of("configuration-texts.txt").keys())
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void agreesWithTheReaderOnEverySlipInAConfigurationOfAllKeys() {
    Value whole = EditorFiles.ofKind(Configuration.KIND, "testdata/editor").get(0);
    assertThat(diagnostics(PlainData.json(PlainData.of(whole)))).isEmpty();
    assertThat(((Value.Mapping) whole).entries()).containsOnlyKeys(ConfigurationReader.KNOWN);
    EverySlip.in(PlainData.of(whole), EXTRAS, this::add);
    disagreements.check(1000);
  }

  @Test
  void agreesWithTheReaderOnMutants() {
    List<?> configurations =
        EditorFiles.ofKind(Configuration.KIND, "testdata").stream().map(PlainData::of).toList();
    configurations.forEach(this::add);
    DocumentMutation mutation = new DocumentMutation(new Random(SEED), configurations, EXTRAS);
    for (int i = 0; i < MUTANTS; i++) {
      add(mutation.mutant(configurations.get(i % configurations.size())));
    }
    disagreements.check(1000);
  }

  private void add(Object configuration) {
    String json = PlainData.json(configuration);
    disagreements.add(json, diagnostics(json), ConfigurationSchemaTest::form);
  }

  private static List<Diagnostic> diagnostics(String json) {
    try {
      Configuration.read(new Source("configuration.json", json));
      return List.of();
    } catch (RefusedException e) {
      return e.diagnostics();
    }
  }

  /**
   * That a kind is built in takes all of them to tell; and of a number a schema does not know
   * whether it was written as 1.3 or 1.30.
   */
  private static boolean form(Diagnostic diagnostic) {
    String message = diagnostic.message();
    return FORM.contains(diagnostic.code())
        && !message.endsWith(" is built in")
        && !message.matches("\"1\\.[3-9]\" is no version .*");
  }
}
