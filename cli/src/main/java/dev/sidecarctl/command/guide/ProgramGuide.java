package dev.sidecarctl.command.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The whole program, as people are told of it.
 *
 * @param name what it is started by
 * @param summary what it does, in one line
 * @param options what may stand before a command
 * @param commands all commands that people are told of
 * @param topics what {@code help} explains besides, by name, each in one line
 * @param exitCodes what each exit status means
 * @param examples command lines
 */
public record ProgramGuide(
    String name,
    String summary,
    List<OptionGuide> options,
    List<CommandGuide> commands,
    Map<String, String> topics,
    Map<Integer, String> exitCodes,
    List<String> examples) {

  /** What a command line may begin with: names of commands, other names of the same, groups. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    for (CommandGuide command : firstWords()) {
      words.add(command.name());
      words.addAll(command.aliases());
    }
    return words;
  }

  /** The commands, but for those whose names have a group's in front. */
  List<CommandGuide> firstWords() {
    List<CommandGuide> first = new ArrayList<>();
    for (CommandGuide command : commands) {
      if (command.name().indexOf(' ') < 0) {
        first.add(command);
      }
    }
    return first;
  }

  /** The first words of the names of two words. */
  List<String> groups() {
    List<String> groups = new ArrayList<>();
    for (CommandGuide command : commands) {
      int blank = command.name().indexOf(' ');
      String group = command.name().substring(0, Math.max(blank, 0));
      if (blank >= 0 && !groups.contains(group)) {
        groups.add(group);
      }
    }
    return groups;
  }
}
