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
   * @param filled whether references are filled in there
   * @return whether the string as a whole is a reference, so that its type is settled here
   */
  boolean check(String text, String type, Optional<Location> at, boolean filled) {
    if (!ReferenceText.mayRefer(text)) {
      return false;
    }
    ReferenceText parts = ReferenceText.of(text);
    boolean known = true;
    for (Reference reference : parts.references()) {
      known &= filled ? isKnown(reference, at) : complainOfPlace(reference, at);
    }
    Optional<Reference> whole = parts.whole();
    if (known && whole.isPresent()) {
      checkType(whole.get(), type, at);
    }
    return whole.isPresent();
  }

  /** Whether a reference stands for something of the workload. */
  boolean workloadMatters() {
    return workloadMatters;
  }

  private boolean complainOfPlace(Reference reference, Optional<Location> at) {
    problems.add(
        Code.REFERENCE_UNKNOWN,
        reference + " is not filled in here",
        at,
        "references work in sidecars, containers, initContainers, volumes, targets and pod");
    return false;
  }

  private boolean isKnown(Reference reference, Optional<Location> at) {
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

  private void checkType(Reference reference, String type, Optional<Location> at) {
    ParameterType given = typeOf(reference);
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
      ParameterType due =
          switch (type) {
            case "b" -> ParameterType.BOOLEAN;
            case "q" -> ParameterType.QUANTITY;
            default -> ParameterType.INTEGER;
          };
      boolean parameter = reference.root().equals(Reference.PARAMS);
      problems.add(
          Code.TEMPLATE_TYPE,
          reference + " is " + given.noun() + ", where " + due.noun() + " is due",
          at,
          parameter ? "declare the parameter with type: " + due.word() : "");
    }
  }

  private ParameterType typeOf(Reference reference) {
    if (reference.root().equals(Reference.PARAMS)) {
      Parameter parameter = parameters.get(reference.name());
      return parameter == null ? ParameterType.STRING : parameter.type();
    }
    boolean port = reference.root().equals(Reference.CONTAINER) && reference.name().equals("port");
    return port ? ParameterType.INTEGER : ParameterType.STRING;
  }
}
