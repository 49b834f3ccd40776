package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.List;
import java.util.Locale;

/** How it is told what was found. */
enum ReportFormat {
  TEXT,
  JSON,
  SARIF,
  GITHUB;

  /** All words. */
  static final List<String> WORDS = List.of("text", "json", "sarif", "github");

  /**
   * The format of that name.
   *
   * @throws StoppedException when there is none
   */
  static ReportFormat of(String word) {
    if (!WORDS.contains(word)) {
      throw StoppedException.usage(
          OptionSpecs.REPORT + " is " + String.join(", ", WORDS) + ", not " + word,
          NearestWord.help(word, WORDS));
    }
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
