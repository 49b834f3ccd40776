package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks, when a template is read, what stands behind {@code when} and {@code forEach}. */
final class ConditionCheck {
  private static final List<String> KEYS = List.of(Condition.PARAM, Condition.IN, Condition.NOT_IN);

  private static final String FORMS =
      "write $(params.NAME) of a boolean parameter, {param: NAME, in: [VALUE]},"
          + " {param: NAME, notIn: [VALUE]}, {sidecars: native}, {sidecars: ordinary}, or a list of"
          + " such";

  private static final List<String> WAYS = List.of(Condition.NATIVE, Condition.ORDINARY);

  private final Map<String, Parameter> parameters;
  private final Problems problems;

  ConditionCheck(Map<String, Parameter> parameters, Problems problems) {
    this.parameters = parameters;
    this.problems = problems;
  }

  /** Whether a key rules the mapping that it stands in. */
  boolean isRule(String key, Scope scope) {
    return scope.filled()
        && (key.equals(Condition.WHEN) || (key.equals(Written.FOR_EACH) && scope.item()));
  }

  /**
   * Checks what rules a mapping.
   *
   * @return what holds in the rest of it
   */
  Scope checkRules(Value.Mapping mapping, FieldPath at, Scope scope) {
    if (mapping.has(Condition.WHEN) && isRule(Condition.WHEN, scope)) {
      check(mapping.find(Condition.WHEN).orElse(mapping), at.key(Condition.WHEN));
    }
    return mapping.has(Written.FOR_EACH) && isRule(Written.FOR_EACH, scope)
        ? scope.repeatedFor(
            checkForEach(mapping.find(Written.FOR_EACH).orElse(mapping), at.key(Written.FOR_EACH)))
        : scope;
  }

  private void check(Value condition, FieldPath at) {
    if (condition instanceof Value.Sequence list) {
      if (list.items().isEmpty()) {
        problems.add(Code.TEMPLATE_VALUE, at + " names no condition", list, FORMS);
      }
      for (int i = 0; i < list.items().size(); i++) {
        check(list.items().get(i), at.index(i));
      }
    } else if (condition instanceof Value.Mapping mapping && mapping.has(Condition.SIDECARS)) {
      checkGoIn(mapping, at);
    } else if (condition instanceof Value.Mapping mapping) {
      checkAmong(mapping, at);
    } else {
      checkScalar((Value.Scalar) condition, at);
    }
  }

  private void checkScalar(Value.Scalar condition, FieldPath at) {
    if (condition.kind() == Value.Kind.BOOLEAN) {
      return;
    }
    Optional<Reference> reference =
        condition.kind() == Value.Kind.STRING
            ? ReferenceText.of(condition.text()).whole()
            : Optional.empty();
    if (reference.isEmpty() || !reference.get().root().equals(Reference.PARAMS)) {
      String found = condition.asText().map(text -> "\"" + text + "\"").orElse(null);
      problems.add(
          Code.TEMPLATE_TYPE,
          at + " is " + (found == null ? TypeWords.of(condition) : found) + ", no condition",
          condition,
          FORMS);
      return;
    }
    Optional<Parameter> parameter = declared(reference.get().name(), condition);
    if (parameter.isPresent()
        && (parameter.get().list() || parameter.get().type() != ParameterType.BOOLEAN)) {
      problems.add(
          Code.TEMPLATE_TYPE,
          reference.get() + " is " + parameter.get().noun() + ", where a boolean is due",
          condition,
          parameter.get().list()
              ? "an item with forEach is left out where the list is empty"
              : "say {param: " + parameter.get().name() + ", in: [VALUE]}");
    }
  }

  private void checkGoIn(Value.Mapping condition, FieldPath at) {
    for (String key : condition.entries().keySet()) {
      if (!key.equals(Condition.SIDECARS)) {
        problems.add(
            Code.TEMPLATE_UNKNOWN_KEY,
            at + " has no key " + key + " beside " + Condition.SIDECARS,
            condition.keyOrigin(key),
            "write a list of conditions where several have to hold");
      }
    }
    Value way = condition.find(Condition.SIDECARS).orElse(condition);
    Optional<String> word = way.asText();
    if (word.isEmpty()) {
      problems.add(
          Code.TEMPLATE_TYPE,
          at.key(Condition.SIDECARS) + " is " + TypeWords.of(way) + ", where a string is due",
          way,
          "say native or ordinary");
    } else if (!WAYS.contains(word.get())) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "\"" + word.get() + "\" is no value of " + Condition.SIDECARS,
          way,
          NearestWord.help(word.get(), WAYS));
    }
  }

  private void checkAmong(Value.Mapping condition, FieldPath at) {
    for (String key : condition.entries().keySet()) {
      if (!KEYS.contains(key)) {
        problems.add(
            Code.TEMPLATE_UNKNOWN_KEY,
            at + " has no key " + key,
            condition.keyOrigin(key),
            NearestWord.help(key, KEYS));
      }
    }
    Optional<Parameter> parameter = parameter(condition, at);
    boolean in = condition.has(Condition.IN);
    boolean notIn = condition.has(Condition.NOT_IN);
    if (!in && !notIn) {
      problems.add(
          Code.TEMPLATE_MISSING_KEY,
          at + " has neither " + Condition.IN + " nor " + Condition.NOT_IN,
          condition,
          "give the values under one of the two");
    } else if (in && notIn) {
      problems.add(
          Code.TEMPLATE_VALUE,
          at + " has both " + Condition.IN + " and " + Condition.NOT_IN,
          condition.keyOrigin(Condition.NOT_IN),
          "leave one of the two out");
    }
    for (String key : List.of(Condition.IN, Condition.NOT_IN)) {
      if (condition.has(key)) {
        checkValues(condition.find(key).orElse(condition), parameter, at.key(key));
      }
    }
  }

  private Optional<Parameter> parameter(Value.Mapping condition, FieldPath at) {
    if (!condition.has(Condition.PARAM)) {
      problems.add(Code.TEMPLATE_MISSING_KEY, at + " has no param", condition, "name a parameter");
      return Optional.empty();
    }
    Value name = condition.find(Condition.PARAM).orElse(condition);
    if (name.asText().isEmpty()) {
      problems.add(
          Code.TEMPLATE_TYPE,
          at.key(Condition.PARAM) + " is " + TypeWords.of(name) + ", where a string is due",
          name,
          "name a parameter");
      return Optional.empty();
    }
    return declared(name.asText().get(), name);
  }

  private Optional<Parameter> declared(String name, Value at) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      problems.add(
          Code.REFERENCE_UNKNOWN,
          "there is no parameter " + name,
          at,
          parameters.isEmpty()
              ? "declare it under spec.parameters"
              : NearestWord.help(name, parameters.keySet()));
    }
    return Optional.ofNullable(parameter);
  }

  /** A value that the parameter never has is a slip: the condition would be decided for good. */
  private void checkValues(Value values, Optional<Parameter> parameter, FieldPath at) {
    if (!(values instanceof Value.Sequence list)) {
      problems.add(
          Code.TEMPLATE_TYPE,
          at + " is " + TypeWords.of(values) + ", where a list is due",
          values,
          "write [VALUE]");
      return;
    }
    if (list.items().isEmpty()) {
      problems.add(Code.TEMPLATE_VALUE, at + " names no value", values, "give at least one");
    }
    for (int i = 0; i < list.items().size(); i++) {
      Value value = list.items().get(i);
      if (!(value instanceof Value.Scalar) || value.isNull()) {
        problems.add(
            Code.TEMPLATE_TYPE,
            at.index(i) + " is " + TypeWords.of(value) + ", where a value is due",
            value,
            "");
      } else if (parameter.isPresent() && !parameter.get().list()) {
        Optional<Diagnostic> refusal = parameter.get().refusalAsWritten(value);
        refusal.ifPresent(problems::add);
      }
    }
    if (parameter.isPresent() && parameter.get().list()) {
      problems.add(
          Code.TEMPLATE_TYPE,
          "parameter " + parameter.get().name() + " is a list, which is not compared",
          values,
          "an item with forEach is left out where the list is empty");
    }
  }

  /** Checks what {@code forEach} says; the parameter, where it is a list. */
  private Optional<Parameter> checkForEach(Value value, FieldPath at) {
    if (value.asText().isEmpty()) {
      problems.add(
          Code.TEMPLATE_TYPE,
          at + " is " + TypeWords.of(value) + ", where the name of a parameter is due",
          value,
          "name a parameter of type list");
      return Optional.empty();
    }
    Optional<Parameter> parameter = declared(value.asText().get(), value);
    if (parameter.isPresent() && !parameter.get().list()) {
      problems.add(
          Code.TEMPLATE_TYPE,
          "parameter " + parameter.get().name() + " is " + parameter.get().noun() + ", no list",
          value,
          "declare the parameter with type: list");
    }
    return parameter;
  }
}
