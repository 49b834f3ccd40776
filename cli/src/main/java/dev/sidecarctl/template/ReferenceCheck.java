package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.Map;
import java.util.Optional;

/** Checks, when a template is read, that something of the right type stands behind a reference. */
final class ReferenceCheck {
  private final Map<String, Parameter> parameters;
  private final Problems problems;
  private boolean workloadMatters;

  ReferenceCheck(Map<String, Parameter> parameters, Problems problems) {
    this.parameters = parameters;
    this.problems = problems;
  }

  /**
   * Checks the references of a string.
   *
   * @param type what is due at its place, as in the {@link FieldTable}
   * @param scope what holds at its place
   * @return whether the string as a whole is a reference, so that its type is settled here
   */
  boolean check(String text, String type, Optional<Location> at, Scope scope) {
    if (!ReferenceText.mayRefer(text)) {
      return false;
    }
    ReferenceText parts = ReferenceText.of(text);
    boolean known = true;
    for (Reference reference : parts.references()) {
      known &= scope.filled() ? isKnown(reference, at, scope) : complainOfPlace(reference, at);
    }
    Optional<Reference> whole = parts.whole();
    if (known && whole.isPresent()) {
      checkType(whole.get(), type, at, scope);
    } else if (known) {
      parts.references().forEach(reference -> checkIsText(reference, at));
    }
    return whole.isPresent();
  }

  /**
   * Checks a string where a list is due: it has to be a reference to a parameter that is one.
   *
   * @param type what is due for an element
   * @return whether it is a reference
   */
  boolean checkList(String text, String type, Optional<Location> at, Scope scope) {
    Optional<Reference> whole =
        ReferenceText.mayRefer(text) ? ReferenceText.of(text).whole() : Optional.empty();
    if (whole.isEmpty() || !scope.filled()) {
      return false;
    }
    Reference reference = whole.get();
    if (isKnown(reference, at, scope)) {
      if (isList(reference)) {
        checkElement(reference, typeOf(reference, scope), type, at);
      } else {
        complainOfType(reference, noun(reference, scope), "a list", at, Parameter.LIST);
      }
    }
    return true;
  }

  private boolean isList(Reference reference) {
    Parameter parameter = parameters.get(reference.name());
    return reference.root().equals(Reference.PARAMS) && parameter != null && parameter.list();
  }

  private void checkIsText(Reference reference, Optional<Location> at) {
    if (isList(reference)) {
      problems.add(
          Code.TEMPLATE_TYPE,
          reference + " is a list, and no part of a text",
          at,
          "write {value: …$(item)…, forEach: " + reference.name() + "} in a list");
    }
  }

  /** Whether a reference stands for something of the workload. */
  boolean workloadMatters() {
    return workloadMatters;
  }

  private boolean complainOfItem(Optional<Location> at) {
    problems.add(
        Code.REFERENCE_UNKNOWN,
        "nothing stands behind $(item): no item here has forEach",
        at,
        "write forEach: PARAMETER beside it, or $$(item) for the text itself");
    return false;
  }

  private boolean complainOfPlace(Reference reference, Optional<Location> at) {
    problems.add(
        Code.REFERENCE_UNKNOWN,
        reference + " is not filled in here",
        at,
        "references work in sidecars, containers, initContainers, volumes, targets and pod");
    return false;
  }

  private boolean isKnown(Reference reference, Optional<Location> at, Scope scope) {
    if (reference.root().equals(Reference.ITEM)) {
      return scope.repeated() || complainOfItem(at);
    }
    workloadMatters |= !reference.root().equals(Reference.PARAMS);
    Iterable<String> names =
        switch (reference.root()) {
          case Reference.PARAMS -> parameters.keySet();
          case Reference.WORKLOAD -> Reference.WORKLOAD_NAMES;
          case Reference.CONTAINER -> Reference.CONTAINER_NAMES;
          default -> Reference.ROOTS;
        };
    boolean goodRoot = Reference.ROOTS.contains(reference.root());
    String word = goodRoot ? reference.name() : reference.root();
    for (String name : names) {
      if (name.equals(word)) {
        return true;
      }
    }
    boolean parameter = reference.root().equals(Reference.PARAMS);
    String help =
        parameter && parameters.isEmpty()
            ? "declare it under spec.parameters"
            : NearestWord.help(word, names);
    problems.add(Code.REFERENCE_UNKNOWN, "nothing stands behind " + reference, at, help);
    return false;
  }

  private void checkType(Reference reference, String type, Optional<Location> at, Scope scope) {
    if (type.equals("*")) {
      return;
    }
    if (isList(reference)) {
      problems.add(
          Code.TEMPLATE_TYPE,
          reference + " is a list, where " + due(type).noun() + " is due",
          at,
          "write {value: $(item), forEach: " + reference.name() + "} in a list");
      return;
    }
    checkElement(reference, typeOf(reference, scope), type, at);
  }

  private void checkElement(
      Reference reference, Optional<ParameterType> found, String type, Optional<Location> at) {
    if (found.isEmpty()) {
      return;
    }
    ParameterType given = found.get();
    boolean good =
        switch (type) {
          case "i" -> given == ParameterType.INTEGER;
          case "b" -> given == ParameterType.BOOLEAN;
          case "q" ->
              given == ParameterType.QUANTITY
                  || given == ParameterType.INTEGER
                  || given == ParameterType.NUMBER;
          case "x" -> given == ParameterType.INTEGER || given == ParameterType.STRING;
          default -> true;
        };
    if (!good) {
      ParameterType due = due(type);
      complainOfType(reference, given.noun(), due.noun(), at, due.word());
    }
  }

  private static ParameterType due(String type) {
    return switch (type) {
      case "b" -> ParameterType.BOOLEAN;
      case "q" -> ParameterType.QUANTITY;
      case "s" -> ParameterType.STRING;
      default -> ParameterType.INTEGER;
    };
  }

  private void complainOfType(
      Reference reference, String found, String due, Optional<Location> at, String word) {
    String help =
        switch (reference.root()) {
          case Reference.PARAMS -> "declare the parameter with type: " + word;
          case Reference.ITEM -> "declare the list with items: " + word;
          default -> "";
        };
    problems.add(
        Code.TEMPLATE_TYPE, reference + " is " + found + ", where " + due + " is due", at, help);
  }

  private String noun(Reference reference, Scope scope) {
    return typeOf(reference, scope).orElse(ParameterType.STRING).noun();
  }

  /** What a reference, or an element of the list behind it, is; empty where it is not known. */
  private Optional<ParameterType> typeOf(Reference reference, Scope scope) {
    if (reference.root().equals(Reference.PARAMS)) {
      Parameter parameter = parameters.get(reference.name());
      return parameter == null ? Optional.empty() : Optional.of(parameter.type());
    }
    if (reference.root().equals(Reference.ITEM)) {
      return scope.element();
    }
    boolean port = reference.root().equals(Reference.CONTAINER) && reference.name().equals("port");
    return Optional.of(port ? ParameterType.INTEGER : ParameterType.STRING);
  }
}
