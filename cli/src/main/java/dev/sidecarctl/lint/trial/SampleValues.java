package dev.sidecarctl.lint.trial;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.Quantities;
import dev.sidecarctl.template.GivenValue;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values that the parameters of a template admit: what is given, defaults, and likely ones. */
final class SampleValues {
  private final SidecarTemplate template;
  private final Map<String, Declared> parameters;
  private final Map<String, GivenValue> given;

  /** Values that conditions ask for, by parameter. */
  private final Map<String, Set<String>> asked = new LinkedHashMap<>();

  SampleValues(WrittenTemplate written, Map<String, GivenValue> given) {
    this.template = written.template();
    this.parameters = written.parameters();
    this.given = given;
    for (WrittenTemplate.Guard guard : written.guards()) {
      guard.conditions().forEach(this::note);
    }
  }

  private void note(Value condition) {
    if (condition instanceof Value.Sequence list) {
      list.items().forEach(this::note);
    } else if (condition instanceof Value.Mapping mapping && mapping.has("param")) {
      Set<String> values =
          asked.computeIfAbsent(
              mapping.findText("param").orElse(""), name -> new LinkedHashSet<>());
      for (String key : List.of("in", "notIn")) {
        for (Value item : mapping.sequence(key).items()) {
          if (item instanceof Value.Scalar scalar) {
            values.add(scalar.text());
          }
        }
      }
    }
  }

  /** Whether two values of a parameter are the same to its type. */
  static boolean isSame(Declared parameter, String left, String right) {
    return switch (parameter.type()) {
      case "integer", "number", "quantity" -> Quantities.same(left, right);
      default -> left.equals(right);
    };
  }

  /** The value that counts where nothing else is tried; empty where none is known. */
  Optional<String> usual(Declared parameter) {
    List<String> values = of(parameter);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** Values of a parameter, the usual one first; one alone where it is given. */
  List<String> of(Declared parameter) {
    GivenValue fixed = given.get(parameter.name());
    if (fixed != null) {
      return List.of(fixed.text());
    }
    Set<String> values = new LinkedHashSet<>();
    parameter
        .declaration()
        .find("default")
        .filter(value -> !value.isNull())
        .ifPresent(value -> values.add(textOf(value)));
    List<String> others = parameter.isList() ? lists(parameter) : singles(parameter);
    for (String value : others) {
      if (admits(parameter, value)) {
        values.add(value);
      }
    }
    return List.copyOf(values);
  }

  private static String textOf(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return scalar.text();
    }
    StringBuilder text = new StringBuilder();
    JsonText.append(text, value);
    return text.toString();
  }

  private List<String> singles(Declared parameter) {
    List<String> values = new ArrayList<>(parameter.choices());
    values.addAll(asked.getOrDefault(parameter.name(), Set.of()));
    likely(parameter).ifPresent(values::add);
    return values;
  }

  /** One with several elements, one without any. */
  private List<String> lists(Declared parameter) {
    List<String> elements = parameter.choices();
    if (elements.isEmpty()) {
      elements = likely(parameter).map(List::of).orElse(List.of());
    }
    if (elements.isEmpty()) {
      return List.of();
    }
    List<Value> items = new ArrayList<>();
    elements.forEach(element -> items.add(Value.text(element)));
    return List.of(textOf(Value.Sequence.of(items)), "");
  }

  /** Whether its values stand for all that there are, as far as conditions tell them apart. */
  boolean isComplete(Declared parameter) {
    return !parameter.choices().isEmpty() || likely(parameter).isPresent();
  }

  private Optional<String> likely(Declared parameter) {
    for (String candidate : LikelyValues.of(parameter)) {
      boolean asked = this.asked.getOrDefault(parameter.name(), Set.of()).contains(candidate);
      if (!asked && admits(parameter, candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Whether a parameter, or a list's elements, may have a value. */
  boolean admits(Declared parameter, String value) {
    Location at = template.at();
    return template.admits(parameter.name(), new GivenValue(value, at)).isEmpty();
  }

  /** A value as somebody gives it. */
  GivenValue asGiven(String parameter, String value) {
    GivenValue fixed = given.get(parameter);
    Declared declared = parameters.get(parameter);
    Location place = declared == null ? null : declared.at();
    return fixed == null ? new GivenValue(value, place == null ? template.at() : place) : fixed;
  }
}
