package dev.sidecarctl.template;

import java.util.Optional;

/**
 * What {@code --set [TEMPLATE.]PARAMETER=VALUE} says.
 *
 * @param template empty when the option names none: it then means every template that has such a
 *     parameter
 * @param parameter never empty
 * @param value everything behind the first equals sign, as it stands
 */
public record ParameterAssignment(String template, String parameter, String value) {

  /** Takes an option's argument apart; empty if it has no equals sign, or no name before it. */
  public static Optional<ParameterAssignment> parse(String argument) {
    int equals = argument.indexOf('=');
    // Neither a template's name nor a parameter's has a dot.
    int dot = argument.lastIndexOf('.', equals);
    if (equals <= 0 || dot == 0 || dot == equals - 1) {
      return Optional.empty();
    }
    String template = dot < 0 ? "" : argument.substring(0, dot);
    return Optional.of(
        new ParameterAssignment(
            template, argument.substring(dot + 1, equals), argument.substring(equals + 1)));
  }
}
