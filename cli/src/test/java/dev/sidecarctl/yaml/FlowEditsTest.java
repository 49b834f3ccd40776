package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Edits in brackets and braces: commas, gaps, lines and comments, as those beside them have it. */
class FlowEditsTest {

  static Stream<Arguments> edits() {
    return Stream.of(
        Arguments.of(
            "two items fill brackets",
            "{k: 1, c: []}\n",
            "{k: 1, c: [{name: a}, {name: b}]}",
            "{k: 1, c: [{name: a}, {name: b}]}\n"),
        Arguments.of(
            "two entries fill braces, as tight as the others",
            "{k: 1,c: {}}\n",
            "{k: 1, c: {p: 1, q: 2}}",
            "{k: 1,c: {p: 1,q: 2}}\n"),
        Arguments.of(
            "a comment in brackets stays",
            "c: [ # none\n]\nn: {c: [ # none\n]}\n",
            "{c: [], n: {c: [{name: a}]}}",
            "c: [ # none\n]\nn: {c: [{name: a} # none\n]}\n"),
        Arguments.of(
            "json: an entry of its own line",
            "{\n  \"k\": 1,\n  \"c\": []\n}\n",
            "{k: 1, c: [{name: a}, {name: b}]}",
            "{\n  \"k\": 1,\n  \"c\": [\n    {\n      \"name\": \"a\"\n    },\n    {\n      \"name\": \"b\"\n    }\n  ]\n}\n"),
        Arguments.of(
            "json on one line stays there",
            "{\"k\": 1, \"c\": []}\n",
            "{k: 1, c: [{name: a}, {name: b}]}",
            "{\"k\": 1, \"c\": [{\"name\": \"a\"}, {\"name\": \"b\"}]}\n"),
        Arguments.of(
            "json: a slot within a line",
            "{\n  \"k\": {\"l\": 1, \"c\": []}\n}\n",
            "{k: {l: 1, c: [{name: a}]}}",
            "{\n  \"k\": {\"l\": 1, \"c\": [{\"name\": \"a\"}]}\n}\n"),
        Arguments.of(
            "json: a slot behind a brace",
            "{\n  \"k\": {\"c\": []}\n}\n",
            "{k: {c: [{name: a}]}}",
            "{\n  \"k\": {\"c\": [{\"name\": \"a\"}]}\n}\n"),
        Arguments.of(
            "json: a slot behind a bracket",
            "{\n  \"k\": [[], 1]\n}\n",
            "{k: [[a], 1]}",
            "{\n  \"k\": [[\"a\"], 1]\n}\n"),
        Arguments.of(
            "several items at the end", "c: [a, b]\n", "{c: [a, b, d, e]}", "c: [a, b, d, e]\n"),
        Arguments.of(
            "several items behind a trailing comma",
            "c: [a, b,]\n",
            "{c: [a, b, d, e]}",
            "c: [a, b, d, e,]\n"),
        Arguments.of("tight commas", "c: [a,b]\n", "{c: [a, b, d, e]}", "c: [a,b,d,e]\n"),
        Arguments.of(
            "one item gives no measure",
            "c: [ a ]\nd: [p,q]\ne: [p,q]\n",
            "{c: [a, b], d: [p, q], e: [p, q]}",
            "c: [ a,b ]\nd: [p,q]\ne: [p,q]\n"),
        Arguments.of("wide commas", "c: [a,  b]\n", "{c: [a, b, d]}", "c: [a,  b,  d]\n"),
        Arguments.of(
            "a comment behind the last item",
            "c: [\n  a, # one\n  b # two\n]\n",
            "{c: [a, b, d, e]}",
            "c: [\n  a, # one\n  b, # two\n  d,\n  e\n]\n"),
        Arguments.of(
            "a comment behind a trailing comma",
            "c: [\n  a,\n  b, # two\n]\n",
            "{c: [a, b, d]}",
            "c: [\n  a,\n  b, # two\n  d,\n]\n"),
        Arguments.of(
            "an item of its own line in front",
            "c: [\n  {name: a},\n  {name: b}\n]\n",
            "{c: [{name: z}, {name: a}, {name: b}]}",
            "c: [\n  {name: z},\n  {name: a},\n  {name: b}\n]\n"),
        Arguments.of(
            "an item of its own line in the middle, below a comment",
            "c: [\n  {name: a}, # a\n  # b is next\n  {name: b}\n]\n",
            "{c: [{name: a}, {name: z}, {name: b}]}",
            "c: [\n  {name: a}, # a\n  {name: z},\n  # b is next\n  {name: b}\n]\n"),
        Arguments.of(
            "an item on the line in front",
            "c: [{name: a},{name: b}]\n",
            "{c: [{name: z}, {name: a}, {name: b}]}",
            "c: [{name: z},{name: a},{name: b}]\n"),
        Arguments.of("an item is replaced", "c: [a, b, d]\n", "{c: [a, x, d]}", "c: [a, x, d]\n"),
        Arguments.of(
            "the last line goes with its comment",
            "c: [\n  a, # one\n  b # two\n]\n",
            "{c: [a]}",
            "c: [\n  a # one\n]\n"),
        Arguments.of(
            "the last line goes, a trailing comma stays",
            "c: [\n  a,\n  b, # two\n]\n",
            "{c: [a]}",
            "c: [\n  a,\n]\n"),
        Arguments.of("the last two on one line go", "c: [a, b, d]\n", "{c: [a]}", "c: [a]\n"),
        Arguments.of(
            "the last on one line, with a trailing comma", "c: [a, b,]\n", "{c: [a]}", "c: [a,]\n"),
        Arguments.of(
            "the last goes from below a comma that leads",
            "c: [a\n  , b]\n",
            "{c: [a]}",
            "c: [a\n  ]\n"),
        Arguments.of(
            "the last of its own line behind a leading comma",
            "c: [\n  a,\n  b]\n",
            "{c: [a]}",
            "c: [\n  a]\n"),
        Arguments.of(
            "a line in the middle goes with its comment",
            "c: [\n  a,\n  b, # two\n  d\n]\n",
            "{c: [a, d]}",
            "c: [\n  a,\n  d\n]\n"),
        Arguments.of(
            "what shares its line with the next",
            "c: [\n  a, b,\n  d\n]\n",
            "{c: [b, d]}",
            "c: [\n  b,\n  d\n]\n"),
        Arguments.of(
            "what shares its line with the one before",
            "c: [\n  a, b,\n  d\n]\n",
            "{c: [a, d]}",
            "c: [\n  a, d\n]\n"),
        Arguments.of("all go, and the brackets stay", "c: [a, b]\n", "{c: []}", "c: []\n"),
        Arguments.of(
            "json items take the shape of the last",
            "{\n  \"c\": [\n    {\n      \"name\": \"a\"\n    }\n  ]\n}\n",
            "{c: [{name: a}, {name: b}]}",
            "{\n  \"c\": [\n    {\n      \"name\": \"a\"\n    },\n    {\n      \"name\": \"b\"\n    }\n  ]\n}\n"),
        Arguments.of(
            "json items on one line each",
            "{\n  \"c\": [\n    {\"name\": \"a\"}\n  ]\n}\n",
            "{c: [{name: a}, {name: b}]}",
            "{\n  \"c\": [\n    {\"name\": \"a\"},\n    {\"name\": \"b\"}\n  ]\n}\n"),
        Arguments.of(
            "json entries behind a scalar",
            "{\n  \"k\": 1\n}\n",
            "{k: 1, c: [{name: a}]}",
            "{\n  \"k\": 1,\n  \"c\": [\n    {\n      \"name\": \"a\"\n    }\n  ]\n}\n"),
        Arguments.of(
            "json entries behind a scalar on one line",
            "{\"k\": 1}\n",
            "{k: 1, c: [{name: a}]}",
            "{\"k\": 1, \"c\": [{\"name\": \"a\"}]}\n"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("edits")
  void edits(String name, String text, String wanted, String expected) {
    Reconciliation edits = Editing.reconcile(text, Editing.value(wanted), Map.of());
    assertThat(Editing.apply(text, edits)).isEqualTo(expected);
  }
}
