package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The corner cases of editing in place: what comes out, and that the way back gives every byte. */
@SuppressWarnings("StringConcatToTextBlock") // every blank and line ending is to be seen
class ReconciliationTest {

  /** Name, input, wanted data (any style), expected text, what the reconciliation has to report. */
  static Stream<Arguments> cases() {
    return Stream.of(
        // Block lists: who owns a comment.
        c(
            "1 trailing comment stays, head comment of the next key stays below",
            "c:\n- name: a # t\n# head of next\nn: 1\n",
            "{c: [{name: a}, {name: b}], n: 1}",
            "c:\n- name: a # t\n- name: b\n# head of next\nn: 1\n",
            ""),
        c(
            "2 a commented-out item belongs to an indented list",
            "c:\n  - name: a\n  # - name: old\nn: 1\n",
            "{c: [{name: a}, {name: b}], n: 1}",
            "c:\n  - name: a\n  # - name: old\n  - name: b\nn: 1\n",
            ""),
        c(
            "3 behind a blank line it does not",
            "c:\n  - name: a\n\n  # unrelated\nn: 1\n",
            "{c: [{name: a}, {name: b}], n: 1}",
            "c:\n  - name: a\n  - name: b\n\n  # unrelated\nn: 1\n",
            ""),
        c(
            "4 a deeper comment belongs to the last item",
            "c:\n- name: a\n  # image: x\n\nn: 1\n",
            "{c: [{name: a}, {name: b}], n: 1}",
            "c:\n- name: a\n  # image: x\n- name: b\n\nn: 1\n",
            ""),
        c(
            "5 no final newline",
            "c:\n- name: a",
            "{c: [{name: a}, {name: b}]}",
            "c:\n- name: a\n- name: b",
            ""),
        c(
            "6 an empty list with a comment",
            "c: []  # none\n",
            "{c: [{name: b}]}",
            "c:  # none\n- name: b\n",
            "c= []"),
        c(
            "7a an empty value with a comment",
            "c:  # none\n",
            "{c: [{name: b}]}",
            "c:  # none\n- name: b\n",
            "c="),
        c("7b null", "c: null\n", "{c: [{name: b}]}", "c:\n- name: b\n", "c= null"),
        c("7c tilde", "c: ~\n", "{c: [{name: b}]}", "c:\n- name: b\n", "c= ~"),
        c("7d nothing, at the end of the text", "c:", "{c: [{name: b}]}", "c:\n- name: b", "c="),
        c(
            "8 an anchor on an empty list",
            "c: &v []\n",
            "{c: [{name: b}]}",
            "c: &v\n- name: b\n",
            "c= []"),
        // Flow style and JSON.
        c(
            "9 one line",
            "c: [{name: a}]\n",
            "{c: [{name: a}, {name: b}]}",
            "c: [{name: a}, {name: b}]\n",
            ""),
        c(
            "10 several lines with comments",
            "c: [\n  {name: a}, # 1\n  {name: z}  # 2\n]\n",
            "{c: [{name: a}, {name: z}, {name: b}]}",
            "c: [\n  {name: a}, # 1\n  {name: z},  # 2\n  {name: b}\n]\n",
            ""),
        c(
            "11 a trailing comma",
            "c: [\n  {name: a},\n]\n",
            "{c: [{name: a}, {name: b}]}",
            "c: [\n  {name: a},\n  {name: b},\n]\n",
            ""),
        c(
            "12 minified JSON",
            "{\"c\":[{\"name\":\"a\"}]}",
            "{c: [{name: a}, {name: b}]}",
            "{\"c\":[{\"name\":\"a\"},{\"name\":\"b\"}]}",
            ""),
        c(
            "12b minified JSON, two keys",
            "{\"c\":[{\"name\":\"a\"}],\"d\":[]}",
            "{c: [{name: a}], d: [{name: b, x: [1]}], e: {f: 1}}",
            "{\"c\":[{\"name\":\"a\"}],\"d\":[{\"name\":\"b\",\"x\":[1]}],\"e\":{\"f\":1}}",
            "d=[]"),
        c(
            "13 pretty JSON",
            "{\n    \"s\": {\n        \"c\": []\n    }\n}\n",
            "{s: {c: [{name: b}]}}",
            "{\n    \"s\": {\n        \"c\": [\n            {\n                \"name\": \"b\"\n"
                + "            }\n        ]\n    }\n}\n",
            "s.c= []"),
        c(
            "13b JSON indented with tabs",
            "{\n\t\"c\": [\n\t\t{\n\t\t\t\"name\": \"a\"\n\t\t}\n\t]\n}\n",
            "{c: [{name: a}, {name: b}], d: 1}",
            "{\n\t\"c\": [\n\t\t{\n\t\t\t\"name\": \"a\"\n\t\t},\n\t\t{\n\t\t\t\"name\": \"b\"\n"
                + "\t\t}\n\t],\n\t\"d\": 1\n}\n",
            ""),
        // Block scalars at the end.
        c(
            "14 behind a literal block",
            "c:\n- name: a\n  x: |\n    l\n\n# c\nn: 1\n",
            "{c: [{name: a, x: \"l\\n\"}, {name: b}], n: 1}",
            "c:\n- name: a\n  x: |\n    l\n- name: b\n\n# c\nn: 1\n",
            ""),
        c(
            "15 behind one that keeps its blank lines",
            "c:\n- name: a\n  x: |+\n    l\n\nn: 1\n",
            "{c: [{name: a, x: \"l\\n\\n\"}, {name: b}], n: 1}",
            "c:\n- name: a\n  x: |+\n    l\n\n- name: b\nn: 1\n",
            ""),
        c(
            "16 behind one without a line ending",
            "c:\n- name: a\n  x: |\n    l",
            "{c: [{name: a, x: \"l\\n\"}, {name: b}]}",
            "c:\n- name: a\n  x: |\n    l\n- name: b",
            ""),
        // Layout.
        c(
            "17 wide dashes",
            "c:\n-   name: a\n    env:\n      - name: q\n",
            "{c: [{name: a, env: [{name: q}]}, {name: b, env: [{name: r}]}]}",
            "c:\n-   name: a\n    env:\n      - name: q\n-   name: b\n    env:\n      -   name: r\n",
            ""),
        c(
            "18 a dash on its own line",
            "c:\n-\n  name: a\n",
            "{c: [{name: a}, {name: b}]}",
            "c:\n-\n  name: a\n- name: b\n",
            ""),
        c(
            "19a append to an inner list",
            "- - name: a\n  - name: c\n- x\n",
            "[[{name: a}, {name: c}, {name: b}], x]",
            "- - name: a\n  - name: c\n  - name: b\n- x\n",
            ""),
        c(
            "19b insert at the front of an inner list",
            "- - name: a\n  - name: c\n- x\n",
            "[[{name: b}, {name: a}, {name: c}], x]",
            "- - name: b\n  - name: a\n  - name: c\n- x\n",
            ""),
        c(
            "20 insert above a head comment",
            "c:\n# about a\n- name: a\n",
            "{c: [{name: b}, {name: a}]}",
            "c:\n- name: b\n# about a\n- name: a\n",
            ""),
        c(
            "21 add a key behind its mapping's comments",
            "s:\n  c: 1\n  # tail\n\n# other\nn: 1\n",
            "{s: {c: 1, volumes: [{name: b}]}, n: 1}",
            "s:\n  c: 1\n  # tail\n  volumes:\n  - name: b\n\n# other\nn: 1\n",
            ""),
        c(
            "22 add a key to an item",
            "- name: a\n- name: z\n",
            "[{name: a, image: x}, {name: z}]",
            "- name: a\n  image: x\n- name: z\n",
            ""),
        c(
            "22b put a key before an item's first",
            "- name: a\n  b: 1\n",
            "[{args: [q], name: a, b: 1}]",
            "- args:\n  - q\n  name: a\n  b: 1\n",
            ""),
        c(
            "23 an empty mapping",
            "s: {}\n",
            "{s: {volumes: [{name: b}]}}",
            "s:\n  volumes:\n  - name: b\n",
            "s= {}"),
        c(
            "24 a document end marker",
            "c:\n- name: a\n...\n# after\n",
            "{c: [{name: a}, {name: b}]}",
            "c:\n- name: a\n- name: b\n...\n# after\n",
            ""),
        c(
            "25 line endings, byte-order mark and emoji",
            "\uFEFFc: # \uD83D\uDE00\r\n- name: \uD83D\uDE00 # \uD83D\uDE00\r\nn: 1\r\n",
            "{c: [{name: \uD83D\uDE00}, {name: b, t: \"1\\n2\\n\"}], n: 1}",
            "\uFEFFc: # \uD83D\uDE00\r\n- name: \uD83D\uDE00 # \uD83D\uDE00\r\n- name: b\r\n"
                + "  t: |\r\n    1\r\n    2\r\nn: 1\r\n",
            ""),
        // Aliases.
        c(
            "26 an alias is written out",
            "a: &x\n- name: q # t\nc: *x\nd: 1\n",
            "{a: [{name: q}], c: [{name: q}, {name: b}], d: 1}",
            "a: &x\n- name: q # t\nc:\n- name: q\n- name: b\nd: 1\n",
            "c= *x"),
        c(
            "26b with its indentation, without its anchors",
            "s:\n  a: &x\n    - name: q\n      i: &i v\n      # c\n      k: {z: 1}\n"
                + "c: *x  # copy\nd: *i\n",
            "{s: {a: [{name: q, i: v, k: {z: 1}}]},"
                + " c: [{name: q, i: v, k: {z: 1}}, {name: b}], d: v}",
            "s:\n  a: &x\n    - name: q\n      i: &i v\n      # c\n      k: {z: 1}\n"
                + "c:  # copy\n  - name: q\n    i: v\n    # c\n    k: {z: 1}\n  - name: b\nd: *i\n",
            "c= *x"),
        c(
            "26c one edit serves all places",
            "a: &x\n- name: q\nc: *x\n",
            "{a: [{name: q}, {name: b}], c: [{name: q}, {name: b}]}",
            "a: &x\n- name: q\n- name: b\nc: *x\n",
            ""),
        c(
            "26d a scalar alias",
            "a: &x v\nc: *x # t\n",
            "{a: v, c: w}",
            "a: &x v\nc: w # t\n",
            "c= *x"),
        // Removal and scalars.
        c(
            "31b an inline first key comes back",
            "- image: x\n",
            "[{name: a, image: x}]",
            "- name: a\n  image: x\n",
            ""),
        c(
            "32 a scalar in the style of the old one",
            "c: \"x\" # keep\n",
            "{c: 'y:z'}",
            "c: \"y:z\" # keep\n",
            "c= \"x\""),
        c(
            "33 blanks below a multi-line string",
            "c:\n- name: a\n    ",
            "{c: [{name: a}, {name: b, t: \"l1\\nl2\\n\"}]}",
            "c:\n- name: a\n- name: b\n  t: \"l1\\nl2\\n\"\n    ",
            ""),
        c(
            "an empty item",
            "c:\n- []\n- x\n",
            "{c: [[{name: b}], x]}",
            "c:\n- - name: b\n- x\n",
            "c[0]= []"),
        c(
            "an empty list below its key",
            "c:\n  []  # t\nn: 1\n",
            "{c: [{name: b}, x], n: 1}",
            "c:  # t\n- name: b\n- x\nn: 1\n",
            "c=\n  []"),
        c(
            "an empty list below a comment",
            "c:  # a\n  []  # t\nn: 1\n",
            "{c: [{name: b}, x], n: 1}",
            "c:  # a\n  - name: b\n  - x  # t\nn: 1\n",
            "c=  # a\n  []"),
        c(
            "one like the last of a flow list, from where that one ends",
            "c: [{name: a,\n   x: 1},\n     {name: z,\n x: 1}]\n",
            "{c: [{name: a, x: 1}, {name: z, x: 1}, {name: b}]}",
            "c: [{name: a,\n   x: 1},\n     {name: z,\n x: 1},\n     {\n       name: b\n     }]\n",
            ""),
        c(
            "an empty list under an explicit key",
            "? c\n: []\n? d\n: 1\n",
            "{c: [{name: b}], d: 1}",
            "? c\n:\n  - name: b\n? d\n: 1\n",
            "c= []"),
        c(
            "an empty item with an anchor and a comment",
            "c:\n- &v {}  # t\n- x\n",
            "{c: [{k: b}, x]}",
            "c:\n- &v  # t\n  k: b\n- x\n",
            "c[0]= {}"),
        c(
            "a key beside merged ones",
            "b: &x {k: 1}\nc:\n  <<: *x\n  d: 1\n",
            "{b: {k: 1}, c: {k: 1, d: 1, e: 2}}",
            "b: &x {k: 1}\nc:\n  <<: *x\n  d: 1\n  e: 2\n",
            ""),
        c(
            "an alias as an item",
            "a: &x\n  k: 1\n  m:\n  - 2\nc:\n- *x\n- z\n",
            "{a: {k: 1, m: [2]}, c: [{k: 1, m: [2, 3]}, z]}",
            "a: &x\n  k: 1\n  m:\n  - 2\nc:\n- k: 1\n  m:\n  - 2\n  - 3\n- z\n",
            "c[0]= *x"),
        c(
            "an alias of a flow list",
            "a: &x [1, &i 2]\nc: *x\n",
            "{a: [1, 2], c: [1, 2, 3]}",
            "a: &x [1, &i 2]\nc: [1, 2, 3]\n",
            "c= *x"),
        c(
            "an alias within a written-out alias",
            "a: &x {k: [1]}\nb: &y\n  p: *x\n  q: 1\nc: *y\n",
            "{a: {k: [1]}, b: {p: {k: [1]}, q: 1}, c: {p: {k: [1, 2]}, q: 1}}",
            "a: &x {k: [1]}\nb: &y\n  p: *x\n  q: 1\nc:\n  p: {k: [1, 2]}\n  q: 1\n",
            "c= *y"),
        c(
            "an item at the front of a flow list over lines",
            "c: [\n  # about\n  {name: a}\n]\n",
            "{c: [{name: b}, {name: a}]}",
            "c: [\n  {name: b},\n  # about\n  {name: a}\n]\n",
            ""),
        c("a key in braces", "c: {a: 1}\n", "{c: {a: 1, b: x}}", "c: {a: 1, b: x}\n", ""),
        c(
            "several edits at one offset",
            "s:\n  c:\n  - name: a\n    m:\n    - p: 1\nn: 1\n",
            "{s: {c: [{name: a, m: [{p: 1}, {p: 2}]}, {name: b}], v: [{name: v}]}, n: 1}",
            "s:\n  c:\n  - name: a\n    m:\n    - p: 1\n    - p: 2\n  - name: b\n  v:\n  - name: v\n"
                + "n: 1\n",
            ""),
        c(
            "several edits at the end of the text",
            "s:\n  c:\n  - name: a\n    m:\n    - p: 1",
            "{s: {c: [{name: a, m: [{p: 1}, {p: 2}]}, {name: b}], v: [{name: v}]}}",
            "s:\n  c:\n  - name: a\n    m:\n    - p: 1\n    - p: 2\n  - name: b\n  v:\n  - name: v",
            ""));
  }

  private static Arguments c(
      String name, String input, String wanted, String output, String replaced) {
    return Arguments.of(name, input, wanted, output, replaced);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void editsAndTheWayBack(
      String name, String input, String wanted, String output, String replaced) {
    Value before = Editing.value(input);
    Reconciliation there = Editing.reconcile(input, Editing.value(wanted), Map.of());
    String result = Editing.apply(input, there);
    assertThat(result).isEqualTo(output);
    StringBuilder texts = new StringBuilder();
    there.replaced().forEach((path, text) -> texts.append(path).append('=').append(text));
    assertThat(texts.toString()).isEqualTo(replaced);
    Reconciliation back = Editing.reconcile(result, before, there.replaced());
    assertThat(Editing.apply(result, back)).isEqualTo(input);
  }

  /** Name, input, wanted data, expected text: where the way back cannot know the text. */
  static Stream<Arguments> removals() {
    return Stream.of(
        Arguments.of(
            "30 a head comment stays",
            "c:\n# about a\n- name: a # t\n- name: z\n",
            "{c: [{name: z}]}",
            "c:\n# about a\n- name: z\n"),
        Arguments.of(
            "31 the first key of an item", "- image: x\n  name: a\n", "[{name: a}]", "- name: a\n"),
        Arguments.of(
            "31 with a comment before the next",
            "- image: x\n  # about\n  name: a\n",
            "[{name: a}]",
            "-\n  # about\n  name: a\n"),
        Arguments.of(
            "the last item, the list stays",
            "c:\n# about\n- name: a\nn: 1\n",
            "{c: [], n: 1}",
            "c: []\n# about\nn: 1\n"),
        Arguments.of(
            "a key with its lines", "c:\n- name: a\n\n# n\nn: 1\n", "{n: 1}", "\n# n\nn: 1\n"),
        Arguments.of(
            "the last lines of a text without a final newline",
            "n: 1\nc:\n- name: a\n- name: b",
            "{n: 1}",
            "n: 1"),
        Arguments.of("an item in a flow list", "c: [a, b, d]\n", "{c: [a, d]}", "c: [a, d]\n"),
        Arguments.of("the only one in a flow list", "c: [a]\n", "{c: []}", "c: []\n"),
        Arguments.of(
            "an item replaced in place",
            "c:\n- name: a\n# about\n- name: old\n  x: 1\n  # tail\n",
            "{c: [{name: a}, {name: new}]}",
            "c:\n- name: a\n# about\n- name: new\n  # tail\n"),
        Arguments.of(
            "a moved item",
            "c:\n- name: a # 1\n- name: b # 2\n- name: d # 3\n",
            "{c: [{name: b}, {name: d}, {name: a}]}",
            "c:\n- name: b # 2\n- name: d # 3\n- name: a\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("removals")
  void removes(String name, String input, String wanted, String output) {
    Reconciliation there = Editing.reconcile(input, Editing.value(wanted), Map.of());
    assertThat(Editing.apply(input, there)).isEqualTo(output);
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("a: &x\n- q\nc: *x\n", "{a: [q, z], c: [q]}", "shared-anchor"),
        Arguments.of("a: &x\n- q\nc: *x\n", "{c: [q]}", "shared-anchor"),
        Arguments.of("b: &x {k: 1}\nc:\n  <<: *x\n  d: 1\n", "{b: {k: 1}, c: {d: 1}}", "merge-key"),
        Arguments.of("b: &x {k: 1}\nc:\n  <<: *x\n", "{b: {k: 1}, c: {k: 2}}", "merge-key"),
        Arguments.of("c: [a: b]\n", "{c: [{a: b, d: e}]}", "edit-not-possible"),
        Arguments.of("c: {a, b}\n", "{c: {a: [1], b: null}}", "edit-not-possible"),
        Arguments.of("c: {{ .Values.list }}\n", "{c: [{name: b}]}", "go-template"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void refuses(String input, String wanted, String code) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Editing.reconcile(input, Editing.value(wanted), Map.of()))
        .satisfies(e -> assertThat(e.diagnostics().get(0).code().word()).isEqualTo(code));
  }

  @Test
  void offsetsAreThoseOfTheWholeText() {
    String text = "a: 1\n---\nc:\n- name: a\n---\nz: 1\n";
    YamlDocument second = YamlStream.of(new Source("test.yaml", text)).documents().get(1);
    Value wanted = Editing.value("{c: [{name: a}, {name: b}]}");
    Reconciliation there = Reconciliation.of(second, wanted, Editing.BY_NAME, Map.of());
    assertThat(Editing.apply(text, there))
        .isEqualTo("a: 1\n---\nc:\n- name: a\n- name: b\n---\nz: 1\n");
  }

  @Test
  void aRefusalNamesEveryPlaceOfASharedAnchor() {
    String text = "a: &x\n- q\nc: *x\nd: *x\n";
    Value wanted = Editing.value("{a: [q, z], c: [q, z], d: [q]}");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> Editing.reconcile(text, wanted, Map.of()))
        .satisfies(e -> assertThat(e.diagnostics().get(0).notes()).hasSize(2));
  }

  @Test
  void nothingWantedIsNothingDone() {
    String text = "c:   [ a,b ]  # x\n";
    assertThat(Editing.reconcile(text, Editing.value(text), Map.of()).edits()).isEmpty();
  }

  @Test
  @Timeout(60)
  void aLongListOnOneLineCostsNoMoreThanItsLength() {
    StringBuilder text = new StringBuilder("{\"c\":[");
    List<Value> wanted = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      text.append(i == 0 ? "" : ",").append("{\"i\":\"").append(i).append("\"}");
      wanted.add(Value.Mapping.empty().with("i", Value.text("" + i)).with("k", Value.text("v")));
    }
    text.append("]}");
    Value target = Value.Mapping.empty().with("c", Value.Sequence.of(wanted));
    Reconciliation there = Editing.reconcile(text.toString(), target, Map.of());
    assertThat(Editing.apply(text.toString(), there))
        .isEqualTo(text.toString().replace("\"}", "\",\"k\":\"v\"}"));
  }
}
