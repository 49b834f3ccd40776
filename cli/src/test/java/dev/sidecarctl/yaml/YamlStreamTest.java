package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlStreamTest {

  @Test
  void markersStartDocuments() {
    assertThat(slices("a: 1\n---\nb: 2\n--- # c\nc: 3\n"))
        .containsExactly("a: 1\n", "---\nb: 2\n", "--- # c\nc: 3\n");
  }

  @Test
  void commentsBeforeTheFirstMarkerBelongToIt() {
    assertThat(slices("# licence\n\n---\na: 1\n---\n# tail\n"))
        .containsExactly("# licence\n\n---\na: 1\n", "---\n# tail\n");
  }

  @Test
  void directivesBelongToTheDocumentBehindThem() {
    assertThat(slices("%YAML 1.2\n---\na: 1\n...\n%TAG ! x\n---\nb: 2\n"))
        .containsExactly("%YAML 1.2\n---\na: 1\n...\n", "%TAG ! x\n---\nb: 2\n");
  }

  @Test
  void aPercentSignWithinADocumentIsContent() {
    assertThat(slices("a: b\n%c\n")).containsExactly("a: b\n%c\n");
    assertThat(warnings("a: b\n%c\n")).isEmpty();
  }

  @Test
  void markersCountWithinScalarsToo() {
    assertThat(slices("a: |\n  x\n---\nb: 1\n")).hasSize(2);
    assertThat(slices("a: |\n  ---\n  x\n")).hasSize(1);
  }

  @Test
  void whatFollowsAnEndIsLeftToTheNextDocument() {
    assertThat(slices("a: 1\n...\n# about b\n---\nb: 2\n"))
        .containsExactly("a: 1\n...\n", "# about b\n---\nb: 2\n");
    assertThat(slices("a: 1\n...\n# tail\n")).containsExactly("a: 1\n...\n# tail\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "# only\n", "\uFEFF", "---\n", "---", "...\n", "\uFEFF# x\r\n"})
  void thereIsAlwaysADocument(String text) {
    YamlStream stream = YamlStream.of(new Source("a.yaml", text));
    assertThat(slices(text)).containsExactly(text);
    assertThat(stream.documents().get(0).isEmpty()).isTrue();
    assertThat(stream.documents().get(0).value().isNull()).isTrue();
  }

  @Test
  void everyLineEndingCounts() {
    assertThat(slices("a: 1\r\n---\r\nb: 2\r\n")).containsExactly("a: 1\r\n", "---\r\nb: 2\r\n");
    assertThat(slices("a: 1\r---\rb: 2\r")).containsExactly("a: 1\r", "---\rb: 2\r");
    assertThat(slices("\uFEFF---\na: 1\n---\n")).containsExactly("\uFEFF---\na: 1\n", "---\n");
  }

  @Test
  void jsonObjectsNeedNoMarker() {
    assertThat(slices("{\"a\": \"}\\\"{\"}{\"b\": [1]}\n\n{\"c\": {}}\n"))
        .containsExactly("{\"a\": \"}\\\"{\"}", "{\"b\": [1]}\n\n", "{\"c\": {}}\n");
    assertThat(slices("{\"a\":1}\n---\n{\"b\":2}\n"))
        .containsExactly("{\"a\":1}\n", "---\n{\"b\":2}\n");
    assertThat(slices("{\"a\":1}{\"b\":2}\n---\n"))
        .containsExactly("{\"a\":1}", "{\"b\":2}\n", "---\n");
    assertThat(slices("{\"a\":1}\n  {\"b\":2}\n")).containsExactly("{\"a\":1}\n", "  {\"b\":2}\n");
    assertThat(slices("{\"a\":1}\n{\"b\":2}")).containsExactly("{\"a\":1}\n", "{\"b\":2}");
  }

  @Test
  void flowYamlIsNotTakenForJson() {
    assertThat(slices("{a: '}'} # {\n")).containsExactly("{a: '}'} # {\n");
    assertThat(slices("{\"a\": 1}\n---\nb: 2\n")).containsExactly("{\"a\": 1}\n", "---\nb: 2\n");
    assertThat(slices("{{ template }}\n---\nb: 2\n")).hasSize(2);
  }

  @Test
  void contentOnTheSeparatorLine() {
    assertThat(warnings("--- {a: b}\n")).containsExactly("a.yaml:1:1 document-separator");
    assertThat(warnings("a: 1\n--- |\n  x\n")).containsExactly("a.yaml:2:1 document-separator");
    assertThat(warnings("a: 1\n---x: 2\n")).containsExactly("a.yaml:2:1 document-separator");
    assertThat(warnings("--- # fine\na: 1\n---  \nb: 1\n")).isEmpty();
  }

  @Test
  void aMarkerBehindJson() {
    assertThat(warnings("{\"a\":1}\n---\n{\"b\":2}\n---\nc: 3\n"))
        .containsExactly("a.yaml:2:1 document-separator");
    assertThat(warnings("---\n{\"a\":1}\n---\n{\"b\":2}\n")).isEmpty();
  }

  @Test
  void documentsThatKubectlLoses() {
    assertThat(warnings("a: 1\n...\n# c\nb: 2\n")).containsExactly("a.yaml:4:1 lost-document");
    assertThat(warnings("a: 1\n...\n\n# c\n---\nb: 2\n...\n")).isEmpty();
  }

  @Test
  void directivesThatKubectlRefuses() {
    assertThat(warnings("%YAML 1.2\n---\na: 1\n")).containsExactly("a.yaml:1:1 yaml-directive");
  }

  private static List<String> slices(String text) {
    List<String> slices = new ArrayList<>();
    for (YamlDocument document : YamlStream.of(new Source("a.yaml", text)).documents()) {
      slices.add(document.source().text(document.slice()));
    }
    assertThat(String.join("", slices)).isEqualTo(text);
    return slices;
  }

  private static List<String> warnings(String text) {
    List<String> told = new ArrayList<>();
    for (Diagnostic warning : YamlStream.of(new Source("a.yaml", text)).warnings()) {
      assertThat(warning.isError()).isFalse();
      told.add(warning.place().orElseThrow().describe() + " " + warning.code().word());
    }
    return told;
  }
}
