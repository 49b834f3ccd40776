package dev.sidecarctl.command.guide;

import java.util.ArrayList;
import java.util.List;

/**
 * One command, as people are told of it.
 *
 * @param name its name
 * @param aliases other names of the same
 * @param summary what it does, in one line
 * @param synopsis how it is called
 * @param text what is to be known beyond the summary
 * @param options in the order in which they are shown
 * @param operands what its operands are
 * @param examples command lines
 */
public record CommandGuide(
    String name,
    List<String> aliases,
    String summary,
    String synopsis,
    String text,
    List<OptionGuide> options,
    ValueGuide operands,
    List<String> examples) {

  /** All names. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    names.add(name);
    names.addAll(aliases);
    return names;
  }

  /** The options of a group, in order. */
  List<OptionGuide> of(OptionGroup group) {
    List<OptionGuide> found = new ArrayList<>();
    for (OptionGuide option : options) {
      if (option.group() == group) {
        found.add(option);
      }
    }
    return found;
  }
}
