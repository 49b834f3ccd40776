package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.guide.HelpPage;
import dev.sidecarctl.command.guide.ProgramGuide;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What {@code help} tells: of the program, a command, or a topic. */
enum HelpTopic {
  EXIT_CODES("exit-codes", "what the exit status means"),
  TEMPLATES("templates", "what a template looks like, and where templates come from"),
  CONFIG("config", "what a .sidecarctl.yaml says");

  static final String HELP = "help";

  private final String word;
  private final String summary;

  HelpTopic(String word, String summary) {
    this.word = word;
    this.summary = summary;
  }

  /** All topics by name, each with one line. */
  static Map<String, String> summaries() {
    Map<String, String> summaries = new LinkedHashMap<>();
    for (HelpTopic topic : values()) {
      summaries.put(topic.word, topic.summary);
    }
    return summaries;
  }

  /**
   * What is told.
   *
   * @param words what stands behind {@code help}
   * @throws StoppedException when there is nothing of that name
   */
  static String text(List<String> words, Verbs verbs) {
    if (words.isEmpty() || CommandTree.ROOT_OPTIONS.contains(words.get(0))) {
      return HelpPage.of(GuideMaker.program(verbs));
    }
    String word = words.get(0);
    if (words.size() == 2 && verbs.named(word + " " + words.get(1)) != null) {
      word = word + " " + words.get(1);
    } else if (words.size() > 1) {
      throw StoppedException.usage(
          words.get(1) + " is one argument too many", "ask for one thing at a time");
    }
    for (HelpTopic topic : values()) {
      if (topic.word.equals(word)) {
        return topic.text();
      }
    }
    Verb verb = verbs.named(word);
    if (verb == null) {
      return ofNoVerb(word, GuideMaker.program(verbs));
    }
    return HelpPage.of(GuideMaker.command(verb), GuideMaker.program(verbs));
  }

  private static String ofNoVerb(String word, ProgramGuide program) {
    if (word.equals(HELP)) {
      return HelpPage.of(program);
    }
    List<String> known = new ArrayList<>(program.words());
    known.addAll(summaries().keySet());
    throw StoppedException.usage(
        "there is no help on " + word + ": it is no command and no topic",
        NearestWord.help(word, known));
  }

  private String text() {
    return this == EXIT_CODES
        ? exitCodes()
        : Resource.text("/dev/sidecarctl/help/" + word + ".txt");
  }

  private static String exitCodes() {
    StringBuilder text = new StringBuilder("The exit status; the highest where several apply.\n\n");
    for (ExitStatus status : ExitStatus.values()) {
      text.append("  ").append(status.code()).append("    ").append(status.meaning()).append('\n');
    }
    return text + Resource.text("/dev/sidecarctl/help/exit-codes.txt");
  }
}
