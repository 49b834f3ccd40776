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

  /** The names of all commands, other names of the same included. */
  public List<String> words() {
    List<String> words = new ArrayList<>();
    for (CommandGuide command : commands) {
      words.add(command.name());
      words.addAll(command.aliases());
    }
    return words;
  }
}
