package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlDocumentTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{z: 0, <<: *x, q: 9, w: 4}; {z=0, p=1, q=9, w=4}",
        "{q: 9, <<: *x}; {q=2, p=1}",
        "{<<: [{p: 1, q: 2}, {q: 3, r: 4}]}; {q=2, r=4, p=1}",
        "{<<: {p: 1}, <<: {s: 1}}; {p=1, s=1}",
        "{\"<<\": {p: 1}}; {<<={p=1}}",
        "{!!merge <<: *x}; {p=1, q=2}",
        "{<<: 5}; {<<=5}"
      })
  void mergeKeysWorkAsInGo(String text, String value) {
    Value.Mapping all = (Value.Mapping) document("a: &x {p: 1, q: 2}\nb: " + text).value();
    assertThat(all.find("b").orElseThrow()).hasToString(value);
  }

  @Test
  void aliasesGiveTheVeryValueOfTheirAnchor() {
    YamlDocument document = document("a: &x {p: 1}\nb: *x\n");
    MappingNode root = (MappingNode) document.root();
    Value anchored = document.valueOf(root.entries().get(0).value());
    assertThat(document.valueOf(root.entries().get(1).value())).isSameAs(anchored);
    assertThat(document.value()).isSameAs(document.value());
  }

  @Test
  void valuesKnowTheirPlace() {
    Value.Mapping root = (Value.Mapping) document("a: 1\n---\n# c\nb:\n- &x 'y'\n", 1).value();
    Value item = root.sequence("b").items().get(0);
    assertThat(item.origin().map(Location::describe)).contains("a.yaml:5:6");
    assertThat(root.keyOrigin("b").map(Location::describe)).contains("a.yaml:4:1");
  }

  @Test
  void theLastOfTwoKeysWinsInThePlaceOfTheFirst() {
    assertThat(document("a: 1\nb: 2\na: 3\n").value()).hasToString("{a=3, b=2}");
  }

  @Test
  void duplicatesAreFoundAtEveryLevelAndAsKubectlReadsThem() {
    List<Diagnostic> found =
        document("k:\n- {on: 1, b: {c: 1, c: 2}, \"true\": 2}\nk: 1\n<<: {}\n<<: {}\n")
            .duplicateKeys();
    assertThat(found)
        .extracting(d -> d.place().orElseThrow().describe())
        .containsExactly("a.yaml:2:21", "a.yaml:2:28", "a.yaml:3:1");
    assertThat(found).extracting(Diagnostic::code).containsOnly(Code.DUPLICATE_KEY);
    assertThat(found.get(1).message())
        .isEqualTo("key \"true\" stands here twice (on and \"true\" are the same key)");
    assertThat(found.get(1).notes().get(0).at().describe()).isEqualTo("a.yaml:2:4");
  }

  @Test
  void unquotedAndQuotedSpellingsOfANumberAreOneKey() {
    assertThat(document("0x10: 1\n16: 2\n").duplicateKeys()).hasSize(1);
    assertThat(document("1: 1\n\"1.0\": 2\n").duplicateKeys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null: 1",
        "? [a]\n: 1",
        "a: .inf",
        "a: !!int x",
        "a: !!binary x",
        "<<: 5",
        "<<: [1]",
        "18446744073709551615: 1",
        "a: !!int _1",
        "a: !!float 9223372036854775808",
        "a: !!float _1",
        "a: !!timestamp yes",
        "a: !!timestamp 12:30",
        "a: [b?c]",
        "a: {?b: 1}",
        "a: {b:}",
        "a: [b:, c]",
        "a: &\u00e9 1",
        "a: 1 # c\u2028b: 2",
        "a: 'b\u0085c'"
      })
  void whatKubectlRefuses(String text) {
    assertThat(document(text).unreadable()).hasSize(1);
    assertThat(document(text).value()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: !!int 18446744073709551615",
        "a: !!timestamp 2024-01-01T10:00:00Z",
        "a: b?c",
        "?a: 1",
        "a: ['b?c', {\"d\":1, e: f:g}]",
        "a: &x_-9 1",
        "{\"a\": \"b\u2028c\"}"
      })
  void whatKubectlReads(String text) {
    assertThat(document(text).unreadable()).isEmpty();
  }

  @Test
  void jsonIsFlowWithDoubleQuotedKeys() {
    assertThat(document("{\"a\": [1, {\"b\": null}]}\n").isJson()).isTrue();
    assertThat(document("\n[]").isJson()).isTrue();
    assertThat(document("{\"a\": {b: 1}}").isJson()).isFalse();
    assertThat(document("{'a': 1}").isJson()).isFalse();
    assertThat(document("\"a\": 1").isJson()).isFalse();
    assertThat(document("\"a\"").isJson()).isFalse();
  }

  @Test
  void jsonEscapesAreUndone() {
    assertThat(document("{\"a\": \"\\ud83d\\ude00\\/\\u0041\"}").value())
        .hasToString("{a=\"😀/A\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c: {{ .Values.x }}", "{{ x }}", "{{- if x }}\na: 1\n{{- end }}"})
  void templatesAreRecognised(String text) {
    assertThat(document(text).looksLikeGoTemplate()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"c: '{{ .x }}'", "c: |\n  {{ x }}", "c: {a: 1}", "c: [", "c: {{a: b}: c}"})
  void quotedActionsAreNoTemplates(String text) {
    assertThat(document(text).looksLikeGoTemplate()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "a: b: c; a.yaml:3:5; cannot stand here",
        "a:/\tb: 1; a.yaml:4:1; tab",
        "a: 1/ b: 2; a.yaml:4:3; cannot stand here",
        "a: 'x; a.yaml:4:1; never closed",
        "a: *x; a.yaml:3:4; no anchor &x",
        "a: &x [*x]; a.yaml:3:8; contains itself",
        "a: [b; a.yaml:4:1; the text ends before a closing ]",
        "a: @x; a.yaml:3:4; cannot begin with",
        "a:/  b: 1/  c/d: 2; a.yaml:5:3; no key",
        "a: [b] c; a.yaml:3:8; does not belong",
        "a: }; a.yaml:3:4; a value is missing",
        "a: |x/  b; a.yaml:3:5; indicators",
        "{a: 1}/b: 1; a.yaml:4:1; more follows",
        "a: \"\\q\"; a.yaml:3:6; \\q is no escape",
        "a: & b; a.yaml:3:5; cannot stand here",
        "a: [; a.yaml:4:1; the text ends where a value is due",
        "😀: [😀}; a.yaml:3:6; a comma or a closing ] is due"
      })
  void errorsAreToldWhereTheyStandInTheFile(String text, String place, String words) {
    YamlDocument second = document("😀: 1\n---\n" + text.replace('/', '\n') + "\n", 1);
    Diagnostic told = refusal(second);
    assertThat(told.code()).isEqualTo(Code.YAML_SYNTAX);
    assertThat(told.place().orElseThrow().describe()).isEqualTo(place);
    assertThat(told.message()).contains(words);
  }

  @Test
  void anUnrenderedTemplateIsHelpedAlong() {
    assertThat(refusal(document("a:\n{{ if x }}\n- b\n")).help()).contains("helm template");
  }

  @Test
  void anErrorStaysInItsDocument() {
    assertThat(document("a: [\n---\nb: 1\n", 1).value()).hasToString("{b=1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "- ", "? "})
  @Timeout(60)
  void deepNestingIsRefused(String opening) {
    Diagnostic told = refusal(document(opening.repeat(100_000)));
    assertThat(told.message()).isEqualTo("lists and mappings nest deeper than 500 levels");
  }

  @Test
  void allowedNestingIsRead() {
    assertThat(document("[".repeat(500) + "]".repeat(500)).value()).isNotNull();
  }

  @Test
  @Timeout(60)
  void aliasesMayNotExplode() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a" + i + ": &a" + i + " [" + "*a" + (i - 1) + ", *a" + (i - 1) + "]\n");
    }
    assertThat(refusal(document(bomb.toString())).message()).contains("aliases expand");
  }

  @Test
  @Timeout(60)
  void longTokensAndManyCommentsAreRead() {
    String text =
        "a: \"" + "x".repeat(4_000_000) + "\"\nb:\n" + "# c\n".repeat(10_000) + "  c: 1\n";
    Value.Mapping value = (Value.Mapping) document(text).value();
    assertThat(value.findText("a").orElseThrow()).hasSize(4_000_000);
    assertThat(value.mapping("b").find("c")).isPresent();
  }

  private static Diagnostic refusal(YamlDocument document) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, document::value);
    return refused.diagnostics().get(0);
  }

  private static YamlDocument document(String text) {
    return document(text, 0);
  }

  private static YamlDocument document(String text, int index) {
    return YamlStream.of(new Source("a.yaml", text)).documents().get(index);
  }
}
