package dev.sidecarctl.template;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands behind {@code when}. */
sealed interface Condition {
  /** The key that conditions stand under. */
  String WHEN = "when";

  /** The parameter that is looked at. */
  String PARAM = "param";

  /** The values of which it has to have one. */
  String IN = "in";

  /** The values of which it may have none. */
  String NOT_IN = "notIn";

  /** How the template's sidecars go in. */
  String SIDECARS = "sidecars";

  /** As init containers that run on. */
  String NATIVE = "native";

  /** As containers among the application's. */
  String ORDINARY = "ordinary";

  /** Whether it holds. */
  boolean holds(FilledParameters parameters);

  /** A plain {@code true} or {@code false}. */
  record Fixed(boolean holds) implements Condition {
    @Override
    public boolean holds(FilledParameters parameters) {
      return holds;
    }
  }

  /** A boolean parameter that has to be true. */
  record IsTrue(String parameter) implements Condition {
    @Override
    public boolean holds(FilledParameters parameters) {
      return ((Value.Scalar) parameters.value(parameter)).text().equals("true");
    }
  }

  /** A parameter that has to have one of some values, or none of them. */
  record IsAmong(String parameter, List<Value.Scalar> values, boolean wanted) implements Condition {
    @Override
    public boolean holds(FilledParameters parameters) {
      for (Value.Scalar value : values) {
        if (parameters.is(parameter, value)) {
          return wanted;
        }
      }
      return !wanted;
    }
  }

  /** The template's sidecars have to go in as native ones, or as ordinary containers. */
  record GoIn(boolean asNative) implements Condition {
    @Override
    public boolean holds(FilledParameters parameters) {
      return parameters.nativeSidecars() == asNative;
    }
  }

  /** Conditions that have to hold all together. */
  record All(List<Condition> conditions) implements Condition {
    @Override
    public boolean holds(FilledParameters parameters) {
      for (Condition condition : conditions) {
        if (!condition.holds(parameters)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Reads one that {@link ConditionCheck} found nothing wrong with. */
  static Condition of(Value value) {
    if (value instanceof Value.Sequence list) {
      List<Condition> conditions = new ArrayList<>(list.items().size());
      for (Value item : list.items()) {
        conditions.add(of(item));
      }
      return new All(conditions);
    }
    if (value instanceof Value.Mapping mapping && mapping.has(SIDECARS)) {
      return new GoIn(mapping.says(SIDECARS, NATIVE));
    }
    if (value instanceof Value.Mapping mapping) {
      boolean wanted = mapping.has(IN);
      return new IsAmong(
          mapping.findText(PARAM).orElse(""),
          scalars(mapping.sequence(wanted ? IN : NOT_IN)),
          wanted);
    }
    Value.Scalar scalar = (Value.Scalar) value;
    Optional<Reference> reference = ReferenceText.of(scalar.text()).whole();
    return reference.isPresent()
        ? new IsTrue(reference.get().name())
        : new Fixed(scalar.text().equals("true"));
  }

  private static List<Value.Scalar> scalars(Value.Sequence list) {
    List<Value.Scalar> scalars = new ArrayList<>(list.items().size());
    for (Value item : list.items()) {
      scalars.add((Value.Scalar) item);
    }
    return scalars;
  }
}
