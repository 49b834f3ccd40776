package dev.sidecarctl.template;

import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Objects;

/**
 * The parameters of a template with their values for one workload.
 *
 * @param declared by name
 * @param values one for each of them
 * @param nativeSidecars whether its sidecars go into this workload as native ones, which conditions
 *     may ask
 */
record FilledParameters(
    Map<String, Parameter> declared, Map<String, Value> values, boolean nativeSidecars) {

  /** The value of a parameter that is declared. */
  Value value(String parameter) {
    return Objects.requireNonNull(values.get(parameter), parameter);
  }

  /** Whether a parameter has a value, as its type compares them. */
  boolean is(String parameter, Value.Scalar wanted) {
    Parameter declaration = Objects.requireNonNull(declared.get(parameter), parameter);
    return declaration.isSame((Value.Scalar) value(parameter), wanted);
  }
}
