package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** An option that a command does not have, and what was most likely meant by it. */
final class UnknownOption {
  private static final String DRY_RUN = "--dry-run";
  private static final String SAY = "say ";

  private final String argument;
  private final String option;
  private final Verb verb;
  private final Verbs verbs;

  /**
   * @param argument as it was written, with the value that is glued to it
   * @param verb whose option it is not
   */
  UnknownOption(String argument, Verb verb, Verbs verbs) {
    this.argument = argument;
    this.option = CommandTree.nameOf(argument);
    this.verb = verb;
    this.verbs = verbs;
  }

  /**
   * What is said of it.
   *
   * @param help where all options are listed
   */
  StoppedException complaint(String help) {
    // A single hyphen before a long name is a slip, too.
    boolean slip = !argument.startsWith("--") && argument.length() > 2;
    String written = slip ? CommandTree.nameOf("-" + argument) : option;
    Optional<String> advice = advice(written);
    if (advice.isPresent()) {
      return StoppedException.usage("unknown option " + shown(written), advice.get());
    }
    List<String> owners = owners(option);
    if (!owners.isEmpty()) {
      return StoppedException.usage(
          verb.name() + " has no option " + option + "; it is one of " + joined(owners), help);
    }
    Optional<String> near = near(written, names(verb));
    if (near.isPresent()) {
      return StoppedException.usage(
          "unknown option " + shown(written) + "; did you mean " + near.get() + "?", help);
    }
    return nearElsewhere(written, help);
  }

  /** What another program's option is here, if this command has it. */
  private Optional<String> advice(String written) {
    if (written.equals(DRY_RUN) && !names(verb).contains(OptionSpecs.CHECK)) {
      return Optional.of("leave it out: " + verb.name() + " writes no manifest");
    }
    Optional<String> advice = ForeignWords.option(written);
    if (advice.isEmpty() || !advice.get().startsWith(SAY + "-")) {
      return advice;
    }
    String said = advice.get().substring(SAY.length()).split("[ ,:;]", 2)[0];
    return names(verb).contains(said) ? advice : Optional.empty();
  }

  private StoppedException nearElsewhere(String written, String help) {
    List<String> all = new ArrayList<>();
    for (Verb other : verbs.all()) {
      all.addAll(names(other));
    }
    Optional<String> near = near(written, all);
    String more =
        near.isPresent()
            ? "; " + near.get() + " is an option of " + joined(owners(near.get()))
            : "";
    return StoppedException.usage(
        "unknown option " + (near.isPresent() ? shown(written) : option) + more, help);
  }

  /** As it was written, but for its value. */
  private String shown(String written) {
    return argument.startsWith("--") ? option : written.substring(written.startsWith("--") ? 1 : 0);
  }

  /** Single letters are too short to be near anything. */
  private static Optional<String> near(String written, List<String> names) {
    List<String> words = new ArrayList<>();
    for (String name : names) {
      if (name.startsWith("--")) {
        words.add(name);
      }
    }
    return written.startsWith("--") ? NearestWord.of(written, words) : Optional.empty();
  }

  /** The other commands that have it. */
  private List<String> owners(String name) {
    List<String> owners = new ArrayList<>();
    for (Verb other : verbs.all()) {
      if (names(other).contains(name)) {
        owners.add(other.name());
      }
    }
    return owners;
  }

  private static List<String> names(Verb verb) {
    CommandSpec spec = verb.spec();
    List<String> names = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      names.addAll(List.of(option.names()));
    }
    return names;
  }

  private static String joined(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
