package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.Quantities;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of a template. Immutable.
 *
 * @param name what {@code $(params.NAME)} and {@code --set} call it
 * @param type what its values are
 * @param description for people; empty for none
 * @param defaultValue what counts when nobody says otherwise; empty when somebody has to
 * @param choices the values that are admitted; empty for all
 * @param pattern a regular expression that the whole of a value has to match; empty for none
 * @param minimum the least value; empty for none
 * @param maximum the greatest value; empty for none
 * @param at where its name stands
 */
record Parameter(
    String name,
    ParameterType type,
    String description,
    Optional<Value.Scalar> defaultValue,
    List<Value.Scalar> choices,
    String pattern,
    Optional<Value.Scalar> minimum,
    Optional<Value.Scalar> maximum,
    @Nullable Location at) {

  /** What is wrong with a value that somebody wrote as text; empty for a good one. */
  Optional<Diagnostic> refusal(GivenValue given) {
    return refusal(given.text(), given.at());
  }

  /** What is wrong with a value that somebody wrote as text; empty for a good one. */
  Optional<Diagnostic> refusal(String text, @Nullable Location place) {
    Optional<Value.Scalar> value = type.parse(text, place);
    if (value.isEmpty()) {
      String message = "parameter " + name + ": \"" + text + "\" is not " + type.noun();
      return Optional.of(refused(message, place).helping(type.help()));
    }
    return refusal(value.get());
  }

  /** What is wrong with a value that somebody wrote in YAML; empty for a good one. */
  Optional<Diagnostic> refusalAsWritten(Value.Scalar value) {
    if (type.admits(value)) {
      return refusal(value.text(), value.origin().orElse(null));
    }
    boolean text = value.kind() == Value.Kind.STRING;
    String found = text ? "\"" + value.text() + "\"" : TypeWords.of(value);
    String message = "parameter " + name + " is " + found + ", where " + type.noun() + " is due";
    String help = value.isNull() ? "leave it out, or fill it in" : type.help();
    return Optional.of(refused(message, value.origin().orElse(null)).helping(help));
  }

  /** What is wrong with a value of the right type; empty for a good one. */
  Optional<Diagnostic> refusal(Value.Scalar value) {
    String said = "parameter " + name + ": \"" + value.text() + "\" ";
    Location place = value.origin().orElse(null);
    if (!choices.isEmpty() && !isChoice(value)) {
      return Optional.of(
          refused(said + "is not one of its values", place)
              .helping("choose one of: " + String.join(", ", choiceTexts())));
    }
    if (!pattern.isEmpty() && !Pattern.matches(pattern, value.text())) {
      return Optional.of(
          refused(said + "does not match its pattern", place)
              .helping("the whole value has to match " + pattern));
    }
    if (minimum.isPresent() && compare(value, minimum.get()) < 0) {
      return Optional.of(
          refused(said + "is too low", place).helping("the least is " + minimum.get().text()));
    }
    if (maximum.isPresent() && compare(value, maximum.get()) > 0) {
      return Optional.of(
          refused(said + "is too high", place).helping("the most is " + maximum.get().text()));
    }
    return Optional.empty();
  }

  private Diagnostic refused(String message, @Nullable Location place) {
    Diagnostic diagnostic = Diagnostic.error(Code.PARAMETER_VALUE, message, place);
    boolean own = at != null && place != null && place.source() == at.source();
    return own ? diagnostic : diagnostic.noting(at, "the parameter is declared here");
  }

  private boolean isChoice(Value.Scalar value) {
    for (Value.Scalar choice : choices) {
      boolean byText = type == ParameterType.STRING || type == ParameterType.BOOLEAN;
      boolean same = byText ? choice.text().equals(value.text()) : compare(choice, value) == 0;
      if (same) {
        return true;
      }
    }
    return false;
  }

  /** The values that are admitted, where they are few; else none. */
  List<String> choiceTexts() {
    if (choices.isEmpty() && type == ParameterType.BOOLEAN) {
      return List.of("true", "false");
    }
    List<String> texts = new ArrayList<>();
    for (Value.Scalar choice : choices) {
      texts.add(choice.text());
    }
    return texts;
  }

  /** Of two values of an ordered type, which comes first. */
  int compare(Value.Scalar left, Value.Scalar right) {
    if (type == ParameterType.DURATION) {
      return Long.compare(
          Durations.parse(left.text()).orElse(0), Durations.parse(right.text()).orElse(0));
    }
    return Quantities.compare(left.text(), right.text());
  }
}
