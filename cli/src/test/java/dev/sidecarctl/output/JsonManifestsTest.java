package dev.sidecarctl.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonManifestsTest {

  @Test
  void writesOneDocumentAsItIs() {
    assertThat(json("# c\nkind: Pod\napiVersion: v1\nspec: {a: [], b: {}, c: [1, {d: ~}]}\n"))
        .isEqualTo(
            """
            {
                "kind": "Pod",
                "apiVersion": "v1",
                "spec": {
                    "a": [],
                    "b": {},
                    "c": [
                        1,
                        {
                            "d": null
                        }
                    ]
                }
            }
            """);
  }

  @Test
  void writesSeveralDocumentsAsAList() {
    assertThat(json("a: 1\n---\n# nothing\n---\nb: 2\n", "c: 3"))
        .isEqualTo(
            """
            {
                "apiVersion": "v1",
                "kind": "List",
                "items": [
                    {
                        "a": 1
                    },
                    {
                        "b": 2
                    },
                    {
                        "c": 3
                    }
                ]
            }
            """);
  }

  @Test
  void readsAsKubectlDoes() {
    assertThat(
            json(
                "{a: 0644, b: yes, c: '0644', d: 1.50, e: 1e3, f: &x [1], g: *x, h: \"\\u0001é\"}"))
        .contains("\"a\": 420", "\"b\": true", "\"c\": \"0644\"", "\"d\": 1.5", "\"e\": 1000")
        .contains("\"g\": [\n        1\n    ]", "\"h\": \"\\u0001é\"");
  }

  @Test
  void isEmptyWithoutDocuments() {
    assertThat(json("# nothing\n---\n")).isEmpty();
  }

  @Test
  void refusesWhatJsonCannotHold() {
    assertThatThrownBy(() -> json("a: .inf\n")).isInstanceOf(RefusedException.class);
  }

  private static String json(String... texts) {
    List<Source> sources = new ArrayList<>();
    for (String text : texts) {
      sources.add(new Source("a.yaml", text));
    }
    return JsonManifests.of(sources);
  }
}
