package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;

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
