package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command line may say for parameters: the reason against a value, {@code -} for none. */
class ParameterTest {
  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "type: string | 8080 | -",
        "type: string | `` | -",
        "type: integer | 8080 | -",
        "type: integer | -1 | -",
        "type: integer | 007 | -",
        "type: integer | 1.0 | is not an integer",
        "type: integer | 0x1F | is not an integer",
        "type: integer | `` | is not an integer",
        "type: integer | 99999999999999999999 | is not an integer",
        "type: number | 0.5 | -",
        "type: number | 1e3 | -",
        "type: number | -2 | -",
        "type: number | .5 | is not a number",
        "type: number | 1. | is not a number",
        "type: number | 1e | is not a number",
        "type: number | NaN | is not a number",
        "type: boolean | true | -",
        "type: boolean | false | -",
        "type: boolean | yes | is not a boolean",
        "type: boolean | True | is not a boolean",
        "type: quantity | 100m | -",
        "type: quantity | 1.5Gi | -",
        "type: quantity | 1 | -",
        "type: quantity | 1GB | is not a quantity",
        "type: quantity | m | is not a quantity",
        "type: duration | 30s | -",
        "type: duration | 1h30m | -",
        "type: duration | 1.5s | -",
        "type: duration | 500ms | -",
        "type: duration | 0 | -",
        "type: duration | 30 | is not a duration",
        "type: duration | s | is not a duration",
        "type: duration | 1d | is not a duration",
        "type: duration | 1..5s | is not a duration",
        "type: duration | `` | is not a duration",
        "enum: [a, b] | b | -",
        "enum: [a, b] | c | is not one of its values",
        "type: quantity, enum: [1Gi] | 1024Mi | -",
        "type: integer, enum: [1, 2] | 3 | is not one of its values",
        "pattern: '[a-z]+' | abc | -",
        "pattern: '[a-z]+' | abc1 | does not match its pattern",
        "type: integer, minimum: 1, maximum: 65535 | 1 | -",
        "type: integer, minimum: 1, maximum: 65535 | 0 | is too low",
        "type: integer, minimum: 1, maximum: 65535 | 65536 | is too high",
        "type: quantity, maximum: 1Gi | 1025Mi | is too high",
        "type: duration, minimum: 1m | 59s | is too low",
        "type: duration, minimum: 1m | 60s | -",
        "type: number, maximum: 0.5 | 0.51 | is too high",
      })
  void admitsValues(String rules, String value, String reason) {
    SidecarTemplate template =
        Given.template("parameters: [{name: p, " + rules + "}]\nvolumes: [{name: v}]\n");
    String said =
        template.admits("p", Given.value("p", value)).map(Diagnostic::message).orElse("-");
    assertThat(said)
        .isEqualTo(reason.equals("-") ? "-" : "parameter p: \"" + value + "\" " + reason);
  }

  @Test
  void admitsNoLineBehindThePattern() {
    SidecarTemplate template =
        Given.template("parameters: [{name: p, pattern: '^[a-z]+$'}]\nvolumes: [{name: v}]\n");
    assertThat(template.admits("p", Given.value("p", "abc\n"))).isPresent();
  }

  @Test
  void saysWhereTheValueAndTheParameterStand() {
    SidecarTemplate template =
        Given.template("parameters: [{name: p, type: integer}]\nvolumes: [{name: v}]\n");
    Diagnostic refusal = template.admits("p", Given.value("p", "x")).orElseThrow();
    assertThat(refusal.place().orElseThrow().source()).hasToString("--set p");
    assertThat(refusal.notes().get(0).at().describe()).isEqualTo("t.yaml:5:23");
    assertThat(template.hasParameter("p")).isTrue();
    assertThat(template.hasParameter("q")).isFalse();
    assertThat(template.parameterNames()).containsExactly("p");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "a=b | ParameterAssignment[template=, parameter=a, value=b]",
        "a= | ParameterAssignment[template=, parameter=a, value=]",
        "t.a=b=c | ParameterAssignment[template=t, parameter=a, value=b=c]",
        "t.a=b.c | ParameterAssignment[template=t, parameter=a, value=b.c]",
        "a=b.c | ParameterAssignment[template=, parameter=a, value=b.c]",
        "a | -",
        "=b | -",
        ".a=b | -",
        "t.=b | -",
      })
  void takesAssignmentsApart(String argument, String expected) {
    assertThat(ParameterAssignment.parse(argument).map(Object::toString).orElse("-"))
        .isEqualTo(expected);
  }
}
