package dev.sidecarctl.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          not json                                          | it is no JSON object
          {"v":1                                            | it is no JSON
          []                                                | it is no JSON object
          1                                                 | it is no JSON object
          {"v":1,"templates":{}} {"v":1,"templates":{}}     | it is no JSON object
          v: 1                                              | it is no JSON object
          {}                                                | it has no format version "v"
          {"v":"1","templates":{}}                          | it has no format version "v"
          {"v":[],"templates":{}}                           | it has no format version "v"
          {"v":1}                                           | "templates" is no object
          {"v":1,"templates":[]}                            | "templates" is no object
          {"v":1,"templates":{"a":[]}}                      | a template's entry is no object
          {"v":1,"templates":{"a":{}}}                      | "added" is no object
          {"v":1,"templates":{"a":{"added":{"spec/x":1}}}}  | a digest is no string
          {"v":1,"templates":{"a":{"added":{"spec/x":{"y":1}}}}} | a text is no string
          {"v":1,"templates":{},"was":{"spec/volumes":1}}   | a text is no string
          """)
  void refusesWhatIsBroken(String annotation, String why) {
    assertThatThrownBy(() -> RecordText.read(Value.text(annotation)))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.diagnostics()).hasSize(1);
              assertThat(refused.diagnostics().get(0).message())
                  .isEqualTo("the record of what was injected cannot be read: " + why);
            });
  }

  @Test
  void refusesWhatIsNoString() {
    assertThatThrownBy(() -> RecordText.read(Value.Mapping.empty()))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void readsWhatItWrote() {
    InjectionRecord.Entry entry =
        new InjectionRecord.Entry(
            "1.0 \"beta\" \\",
            new TreeMap<>(
                Map.of(
                    ItemPath.of("spec", "hostname"), Digests.whole("01020304"),
                    ItemPath.of("metadata", "labels", "a/b~c"), Digests.whole("05060708"),
                    ItemPath.of("spec", "volumes", "logs"),
                        new Digests("", new TreeMap<>(Map.of("emptyDir", "0a0b0c0d"))))));
    InjectionRecord record =
        new InjectionRecord(
            new TreeMap<>(Map.of("a", entry)), new TreeMap<>(Map.of("spec/volumes", " [\r\n\t]")));

    assertThat(RecordText.read(Value.text(RecordText.write(record)))).isEqualTo(record);
  }

  /**
   * What YAML reads as a line's end, or not at all, is escaped; letters of all languages are not.
   */
  @Test
  void escapesWhatYamlMightReadOtherwise() {
    String text =
        "\u0000\u001f\u007f\u0085\u00a0\u2028\u2029\uFEFF"
            + "\"\\\n\r\t"
            + " ~\u00a1\u00e9\u2027\u202a\ud55c/";
    StringBuilder json = new StringBuilder();

    JsonText.quote(json, text);

    assertThat(json)
        .hasToString(
            "\"\\u0000\\u001f\\u007f\\u0085\\u00a0\\u2028\\u2029\\ufeff"
                + "\\\"\\\\\\n\\r\\t"
                + " ~\u00a1\u00e9\u2027\u202a\ud55c/\"");
  }

  @Test
  void writesEmptyListsAndMappings() {
    StringBuilder json = new StringBuilder();
    Value empty = Value.Mapping.of(Map.of("a", Value.Sequence.empty()));

    JsonText.append(json, Value.Sequence.of(List.of(empty, Value.Mapping.empty())));

    assertThat(json).hasToString("[{\"a\":[]},{}]");
  }
}
