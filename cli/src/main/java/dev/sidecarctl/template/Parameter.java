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
 * @param type what its values are, or, of a list, its elements
 * @param list whether its values are lists
 * @param description for people; empty for none
 * @param defaultValue what counts when nobody says otherwise; empty when somebody has to
 * @param choices the values, or elements, that are admitted; empty for all
 * @param pattern a regular expression that the whole of a value, or element, has to match; empty
 *     for none
 * @param minimum the least value, or element; empty for none
 * @param maximum the greatest value, or element; empty for none
 * @param at where its name stands
 */
public record Parameter(
    String name,
    ParameterType type,
    boolean list,
    String description,
    Optional<Value> defaultValue,
    List<Value.Scalar> choices,
    String pattern,
    Optional<Value.Scalar> minimum,
    Optional<Value.Scalar> maximum,
    @Nullable Location at) {

  /** How a template names the type of lists. */
  static final String LIST = "list";

  /** What is wrong with a value that somebody wrote as text; empty for a good one. */
  Optional<Diagnostic> refusal(GivenValue given) {
    return refusal(given.text(), given.at());
  }

  /** What is wrong with a value that somebody wrote as text; empty for a good one. */
  Optional<Diagnostic> refusal(String text, @Nullable Location place) {
    if (!list) {
      return elementRefusal(text, place);
    }
    Optional<List<String>> elements = ListText.parse(text);
    if (elements.isEmpty()) {
      String message = "parameter " + name + ": \"" + text + "\" is no list";
      return Optional.of(
          refused(message, place)
              .helping("write a,b,c, or [\"a,b\", c] where an element has a comma"));
    }
    for (String element : elements.get()) {
      Optional<Diagnostic> refusal = elementRefusal(element, place);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> elementRefusal(String text, @Nullable Location place) {
    Optional<Value.Scalar> value = type.parse(text, place);
    if (value.isEmpty()) {
      String message = "parameter " + name + ": \"" + text + "\" is not " + type.noun();
      return Optional.of(refused(message, place).helping(type.help()));
    }
    return elementRefusal(value.get());
  }

  /** The value that a text means, which is known to be admitted. */
  Value parse(String text, @Nullable Location place) {
    if (!list) {
      return type.parse(text, place).orElseThrow();
    }
    List<Value> elements = new ArrayList<>();
    for (String element : ListText.parse(text).orElseThrow()) {
      elements.add(type.parse(element, place).orElseThrow());
    }
    return new Value.Sequence(elements, place);
  }

  /** What is wrong with a value that somebody wrote in YAML; empty for a good one. */
  Optional<Diagnostic> refusalAsWritten(Value value) {
    if (!list) {
      return elementRefusalAsWritten(value);
    }
    if (!(value instanceof Value.Sequence elements)) {
      String message = "parameter " + name + " is " + found(value) + ", where a list is due";
      return Optional.of(refused(message, value.origin().orElse(null)).helping("write [a, b]"));
    }
    for (Value element : elements.items()) {
      Optional<Diagnostic> refusal = elementRefusalAsWritten(element);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  private Optional<Diagnostic> elementRefusalAsWritten(Value value) {
    if (type.admits(value)) {
      return elementRefusal(((Value.Scalar) value).text(), value.origin().orElse(null));
    }
    String message =
        "parameter " + name + " is " + found(value) + ", where " + type.noun() + " is due";
    String help = value.isNull() ? "leave it out, or fill it in" : type.help();
    return Optional.of(refused(message, value.origin().orElse(null)).helping(help));
  }

  private static String found(Value value) {
    return value.asText().map(text -> "\"" + text + "\"").orElseGet(() -> TypeWords.of(value));
  }

  /** What is wrong with a value of the right type; empty for a good one. */
  Optional<Diagnostic> refusal(Value value) {
    if (value instanceof Value.Sequence elements) {
      for (Value element : elements.items()) {
        Optional<Diagnostic> refusal = elementRefusal((Value.Scalar) element);
        if (refusal.isPresent()) {
          return refusal;
        }
      }
      return Optional.empty();
    }
    return elementRefusal((Value.Scalar) value);
  }

  private Optional<Diagnostic> elementRefusal(Value.Scalar value) {
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
      if (isSame(choice, value)) {
        return true;
      }
    }
    return false;
  }

  /** Whether two values, or elements, of its type are the same: {@code 1} and {@code 1000m} are. */
  boolean isSame(Value.Scalar left, Value.Scalar right) {
    boolean byText = type == ParameterType.STRING || type == ParameterType.BOOLEAN;
    return byText ? left.text().equals(right.text()) : compare(left, right) == 0;
  }

  /** As a sentence names its type: {@code an integer}. */
  String noun() {
    return list ? "a list" : type.noun();
  }

  /** As a template names its type. */
  public String typeWord() {
    return list ? LIST : type.word();
  }

  /** The values that are admitted, where they are few; else none. */
  public List<String> choiceTexts() {
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
