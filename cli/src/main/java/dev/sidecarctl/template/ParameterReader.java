package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads {@code spec.parameters}; the keys and their types are {@link FormatCheck}'s concern. */
final class ParameterReader {
  private static final int LONGEST_NAME = 63;

  private final Problems problems;

  ParameterReader(Problems problems) {
    this.problems = problems;
  }

  /** The parameters by name, in order; a name that comes again is a problem. */
  Map<String, Parameter> read(Value.Sequence list) {
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (Value item : list.items()) {
      if (item instanceof Value.Mapping mapping && mapping.findText("name").isPresent()) {
        Parameter parameter = read(mapping, mapping.findText("name").get());
        Parameter first = parameters.putIfAbsent(parameter.name(), parameter);
        if (first != null) {
          problems.add(
              Code.TEMPLATE_DUPLICATE,
              "parameter " + parameter.name() + " is declared twice",
              mapping.find("name").orElse(mapping),
              "take one of the two out");
        }
      }
    }
    return parameters;
  }

  private Parameter read(Value.Mapping mapping, String name) {
    checkName(name, mapping.find("name").orElse(mapping));
    boolean list = mapping.says("type", Parameter.LIST);
    ParameterType type = list ? elementType(mapping) : type(mapping);
    Parameter parameter =
        new Parameter(
            name,
            type,
            list,
            mapping.findText("description").orElse(""),
            list ? defaultList(mapping, type) : asValue(value(mapping, "default", type)),
            choices(mapping, type),
            pattern(mapping, type),
            bound(mapping, "minimum", type),
            bound(mapping, "maximum", type),
            mapping.find("name").orElse(Value.nothing()).origin().orElse(null));
    checkBounds(parameter);
    checkDefault(parameter);
    return parameter;
  }

  private void checkDefault(Parameter parameter) {
    Optional<Value> value = parameter.defaultValue();
    Optional<Diagnostic> refusal =
        value.isPresent() ? parameter.refusal(value.get()) : Optional.empty();
    if (refusal.isPresent()) {
      problems.add(refusal.get());
    }
  }

  /** A name has to fit into an annotation's key, and has no dot, which parts a template's name. */
  private void checkName(String name, Value at) {
    boolean good = !name.isEmpty() && name.length() <= LONGEST_NAME;
    for (int i = 0; good && i < name.length(); i++) {
      char c = name.charAt(i);
      boolean alphanumeric =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      boolean inner = i > 0 && i < name.length() - 1 && (c == '-' || c == '_');
      good = alphanumeric || inner;
    }
    if (!good) {
      problems.add(
          Code.TEMPLATE_NAME,
          "\"" + name + "\" is no name for a parameter",
          at,
          "use up to 63 letters, digits, '-' and '_', and begin and end with a letter or digit");
    }
  }

  private ParameterType type(Value.Mapping mapping) {
    if (mapping.find("items").isPresent()) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "items is for parameters of type list alone",
          mapping.keyOrigin("items"),
          "leave it out, or say type: list");
    }
    List<String> words = new ArrayList<>(ParameterType.words());
    words.add(Parameter.LIST);
    return type(mapping, "type", "type of parameters", words);
  }

  /** What the elements of a list are. */
  private ParameterType elementType(Value.Mapping mapping) {
    return type(mapping, "items", "type of elements", ParameterType.words());
  }

  private ParameterType type(Value.Mapping mapping, String key, String noun, List<String> words) {
    Optional<String> word = mapping.findText(key);
    if (word.isEmpty()) {
      return ParameterType.STRING;
    }
    Optional<ParameterType> type = ParameterType.of(word.get());
    if (type.isEmpty()) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "\"" + word.get() + "\" is no " + noun,
          mapping.find(key).orElse(mapping),
          NearestWord.help(word.get(), words));
    }
    return type.orElse(ParameterType.STRING);
  }

  private Optional<Value> defaultList(Value.Mapping mapping, ParameterType type) {
    Optional<Value> value = mapping.find("default");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof Value.Sequence list)) {
      problems.add(
          Code.TEMPLATE_TYPE,
          "default is " + TypeWords.of(value.get()) + ", where a list is due",
          value.get(),
          value.get().isNull() ? "leave it out, or write [] for an empty list" : "write [a, b]");
      return Optional.empty();
    }
    boolean good = true;
    for (Value element : list.items()) {
      good &= typed(element, "an element of default", type).isPresent();
    }
    return good ? value : Optional.empty();
  }

  private static Optional<Value> asValue(Optional<Value.Scalar> scalar) {
    return scalar.isPresent() ? Optional.of(scalar.get()) : Optional.empty();
  }

  private Optional<Value.Scalar> value(Value.Mapping mapping, String key, ParameterType type) {
    Optional<Value> value = mapping.find(key);
    return value.isEmpty() ? Optional.empty() : typed(value.get(), key, type);
  }

  private Optional<Value.Scalar> typed(Value value, String what, ParameterType type) {
    if (type.admits(value)) {
      return Optional.of((Value.Scalar) value);
    }
    boolean text = value.asText().isPresent();
    String found = text ? "\"" + value.asText().get() + "\"" : TypeWords.of(value);
    problems.add(
        Code.TEMPLATE_TYPE,
        what + " is " + found + ", where " + type.noun() + " is due",
        value,
        value.isNull() ? "leave it out, or write \"\" for an empty string" : type.help());
    return Optional.empty();
  }

  private List<Value.Scalar> choices(Value.Mapping mapping, ParameterType type) {
    List<Value.Scalar> choices = new ArrayList<>();
    for (Value item : mapping.sequence("enum").items()) {
      Optional<Value.Scalar> choice = typed(item, "a value of enum", type);
      if (choice.isPresent()) {
        choices.add(choice.get());
      }
    }
    return choices;
  }

  private String pattern(Value.Mapping mapping, ParameterType type) {
    String pattern = mapping.findText("pattern").orElse("");
    if (pattern.isEmpty()) {
      return "";
    }
    Value at = mapping.find("pattern").orElse(mapping);
    if (type != ParameterType.STRING) {
      problems.add(
          Code.TEMPLATE_VALUE, "a pattern is for strings alone", at, "leave it out, or use enum");
      return "";
    }
    try {
      Pattern.compile(pattern);
      return pattern;
    } catch (PatternSyntaxException e) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "the pattern is no regular expression: " + e.getDescription(),
          at,
          "write it as java.util.regex.Pattern takes it");
      return "";
    }
  }

  private Optional<Value.Scalar> bound(Value.Mapping mapping, String key, ParameterType type) {
    if (type != ParameterType.STRING && type != ParameterType.BOOLEAN) {
      return value(mapping, key, type);
    }
    if (mapping.find(key).isPresent()) {
      problems.add(
          Code.TEMPLATE_VALUE,
          type.noun() + " has no " + key,
          mapping.keyOrigin(key),
          "leave it out, or give the parameter a type that has an order");
    }
    return Optional.empty();
  }

  private void checkBounds(Parameter parameter) {
    if (parameter.minimum().isPresent()
        && parameter.maximum().isPresent()
        && parameter.compare(parameter.minimum().get(), parameter.maximum().get()) > 0) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "minimum is above maximum",
          parameter.minimum().get(),
          "swap the two");
    }
  }
}
