package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.lookup.KnownTemplates;
import dev.sidecarctl.template.Catalogue;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code __complete templates|parameters TYPED [WORD…]}: what completion scripts ask for. Never
 * fails, and says nothing: whoever presses the tab key wants no words.
 */
final class CandidateCall {
  private static final String LONG = "--template";
  private static final String TEMPLATES = "templates";
  private static final String PARAMETERS = "parameters";

  private CandidateCall() {}

  /**
   * Prints the candidates, one to a line, each behind a tab with what it is.
   *
   * @param words what is asked for, what is typed of it, and the command line without the program
   */
  static ExitStatus answer(List<String> words, Surroundings around) {
    try {
      Printed.on(around, lines(words, around));
    } catch (RuntimeException | StackOverflowError e) {
      return ExitStatus.DONE;
    }
    return ExitStatus.DONE;
  }

  private static String lines(List<String> words, Surroundings around) {
    if (words.isEmpty()) {
      return "";
    }
    KnownTemplates known = new KnownTemplates(around.folder(), new Catalogue(Resource::text));
    String typed = words.size() > 1 ? words.get(1) : "";
    return switch (words.get(0)) {
      case TEMPLATES -> known.names();
      case PARAMETERS ->
          known.parameters(named(words.subList(Math.min(2, words.size()), words.size())), typed);
      default -> "";
    };
  }

  /** What {@code -t} names on a command line that is not finished. */
  private static List<String> named(List<String> line) {
    List<String> named = new ArrayList<>();
    for (int i = 0; i < line.size(); i++) {
      String word = line.get(i);
      boolean option = word.equals(OptionSpecs.TEMPLATE) || word.equals(LONG);
      if (option && i + 1 < line.size()) {
        named.add(line.get(++i));
      } else if (word.startsWith(LONG + "=")) {
        named.add(word.substring(LONG.length() + 1));
      }
    }
    return named;
  }
}
