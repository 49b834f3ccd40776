package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** What goes to standard output ({@code -o}). */
enum OutputFormat {
  /** The manifests, changed only where they must be. */
  YAML,
  /** The manifests as JSON. */
  JSON,
  /** What differs, as a unified diff. */
  DIFF;

  String word() {
    return switch (this) {
      case YAML -> "yaml";
      case JSON -> "json";
      case DIFF -> "diff";
    };
  }

  /**
   * The word of {@code -o}, the first of some if it is not given.
   *
   * @throws StoppedException when it is none of them
   */
  static String word(ParseResult parsed, List<String> words) {
    String word = parsed.matchedOptionValue(OptionSpecs.OUTPUT, words.get(0));
    if (!words.contains(word)) {
      throw StoppedException.usage("-o " + word + " is no format", NearestWord.help(word, words));
    }
    return word;
  }

  /**
   * The format of that word.
   *
   * @throws StoppedException when there is none
   */
  static OutputFormat of(String word) {
    List<String> words = new ArrayList<>();
    for (OutputFormat format : values()) {
      if (format.word().equals(word)) {
        return format;
      }
      words.add(format.word());
    }
    throw StoppedException.usage("-o " + word + " is no format", NearestWord.help(word, words));
  }
}
