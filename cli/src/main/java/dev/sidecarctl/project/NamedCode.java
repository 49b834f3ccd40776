package dev.sidecarctl.project;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Code.Nature;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A code that somebody names to say something of its complaints, or what is wrong with it.
 *
 * @param code empty when there is none of that name, or nothing can be said of it here
 * @param problem a sentence; empty when all is well
 * @param help what to do about the problem
 */
public record NamedCode(Optional<Code> code, String problem, String help) {
  private static final Set<Nature> CONFLICTS = EnumSet.of(Nature.CONFLICT);

  /** A conflict that was kept or replaced is told as a warning. */
  private static final Set<Nature> WARNINGS = EnumSet.of(Nature.WARNING, Nature.CONFLICT);

  /** The conflict of a name, for a policy. */
  public static NamedCode conflict(String word) {
    return of(word, CONFLICTS, "conflict");
  }

  /** The warning of a name, for a level. */
  static NamedCode warning(String word) {
    return of(word, WARNINGS, "warning");
  }

  private static NamedCode of(String word, Set<Nature> natures, String noun) {
    Optional<Code> code = Code.of(word);
    if (code.isEmpty()) {
      return wrong("there is no code " + word, NearestWord.help(word, Code.words(natures)));
    }
    Nature nature = code.get().nature();
    return natures.contains(nature)
        ? new NamedCode(code, "", "")
        : wrong(word + " is " + noun(nature) + ", no " + noun, help(nature));
  }

  private static NamedCode wrong(String problem, String help) {
    return new NamedCode(Optional.empty(), problem, help);
  }

  private static String noun(Nature nature) {
    return switch (nature) {
      case ERROR -> "an error that nothing solves";
      case CONFLICT -> "a conflict";
      case WARNING -> "a warning";
      case NOTE -> "a note";
    };
  }

  private static String help(Nature nature) {
    return nature == Nature.WARNING
        ? "say under warnings what becomes of it: " + WarningLevel.WORDS
        : "take it out";
  }
}
