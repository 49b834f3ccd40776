package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.Quantities;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a parameter's value may be. */
public enum ParameterType {
  STRING("string", "a string", "put it in quotes, or give the parameter another type"),
  INTEGER("integer", "an integer", "give a whole number such as 8080"),
  NUMBER("number", "a number", "give a number such as 0.5"),
  BOOLEAN("boolean", "a boolean", "give true or false"),
  QUANTITY("quantity", "a quantity", "give an amount such as 100m, 0.5 or 64Mi"),
  DURATION("duration", "a duration", "give a time such as 500ms, 30s or 1h30m");

  private static final int LONGEST_INTEGER = 18;

  private final String word;
  private final String noun;
  private final String help;

  ParameterType(String word, String noun, String help) {
    this.word = word;
    this.noun = noun;
    this.help = help;
  }

  /** As a template names it. */
  public String word() {
    return word;
  }

  /** As a sentence names it: {@code an integer}. */
  String noun() {
    return noun;
  }

  /** What to write instead of something that is none. */
  String help() {
    return help;
  }

  static Optional<ParameterType> of(String word) {
    for (ParameterType type : values()) {
      if (type.word.equals(word)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  static List<String> words() {
    List<String> words = new ArrayList<>();
    for (ParameterType type : values()) {
      words.add(type.word);
    }
    return words;
  }

  /** Whether a value in a template's YAML is of this type as it stands. */
  boolean admits(Value value) {
    if (!(value instanceof Value.Scalar scalar)) {
      return false;
    }
    boolean text = scalar.kind() == Value.Kind.STRING;
    boolean integer = scalar.kind() == Value.Kind.INTEGER;
    boolean number = integer || scalar.kind() == Value.Kind.FLOAT;
    return switch (this) {
      case STRING -> text;
      case INTEGER -> integer;
      case NUMBER -> number;
      case BOOLEAN -> scalar.kind() == Value.Kind.BOOLEAN;
      case QUANTITY -> number || (text && isQuantity(scalar.text()));
      case DURATION -> text && Durations.parse(scalar.text()).isPresent();
    };
  }

  /** The value that a text of an annotation or of the command line means; empty if it is none. */
  Optional<Value.Scalar> parse(String text, @Nullable Location at) {
    return switch (this) {
      case STRING -> Optional.of(new Value.Scalar(Value.Kind.STRING, text, at));
      case INTEGER -> parseInteger(text, at);
      case NUMBER -> parseNumber(text, at);
      case BOOLEAN ->
          text.equals("true") || text.equals("false")
              ? Optional.of(new Value.Scalar(Value.Kind.BOOLEAN, text, at))
              : Optional.empty();
      case QUANTITY -> textIf(isQuantity(text), text, at);
      case DURATION -> textIf(Durations.parse(text).isPresent(), text, at);
    };
  }

  private static Optional<Value.Scalar> textIf(boolean good, String text, @Nullable Location at) {
    return good ? Optional.of(new Value.Scalar(Value.Kind.STRING, text, at)) : Optional.empty();
  }

  /** The API server takes {@code m} and {@code .} for 0, a template does not. */
  private static boolean isQuantity(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isDigit(text.charAt(i))) {
        return Quantities.canonical(text).isPresent();
      }
    }
    return false;
  }

  private static Optional<Value.Scalar> parseInteger(String text, @Nullable Location at) {
    int start = signEnd(text);
    int end = digitsEnd(text, start);
    if (end == start || end != text.length() || end - start > LONGEST_INTEGER) {
      return Optional.empty();
    }
    String digits = Long.toString(Long.parseLong(text.substring(start)));
    boolean negative = text.charAt(0) == '-' && !digits.equals("0");
    return Optional.of(new Value.Scalar(Value.Kind.INTEGER, negative ? "-" + digits : digits, at));
  }

  private static Optional<Value.Scalar> parseNumber(String text, @Nullable Location at) {
    Optional<Value.Scalar> integer = parseInteger(text, at);
    if (integer.isPresent()) {
      return integer;
    }
    int start = signEnd(text);
    int end = digitsEnd(text, start);
    boolean good = end > start;
    if (end < text.length() && text.charAt(end) == '.') {
      int fraction = end + 1;
      end = digitsEnd(text, fraction);
      good = good && end > fraction;
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = end + 1 + signEnd(text.substring(end + 1));
      end = digitsEnd(text, exponent);
      good = good && end > exponent;
    }
    return good && end == text.length()
        ? Optional.of(new Value.Scalar(Value.Kind.FLOAT, text, at))
        : Optional.empty();
  }

  private static int signEnd(String text) {
    return text.startsWith("-") || text.startsWith("+") ? 1 : 0;
  }

  private static int digitsEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
