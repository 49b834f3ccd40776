package dev.sidecarctl.command.guide;

import java.util.List;

/**
 * One option, as people are told of it.
 *
 * @param names the short one first, if there is one
 * @param label what its value is called; empty where it takes none
 * @param summary what it does, in one line
 * @param more what is to be known beyond that; empty for nothing
 * @param group where it stands in the help
 * @param value what its value may be
 * @param repeatable whether it may be given several times
 */
public record OptionGuide(
    List<String> names,
    String label,
    String summary,
    String more,
    OptionGroup group,
    ValueGuide value,
    boolean repeatable) {

  /** Whether it is followed by a value. */
  boolean takesValue() {
    return value.kind() != ValueGuide.Kind.NONE;
  }
}
