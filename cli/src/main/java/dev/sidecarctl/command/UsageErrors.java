package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli complains of, in our words, and what was meant. */
final class UsageErrors {
  private UsageErrors() {}

  /** A first word that is no command. */
  static StoppedException unknownCommand(String word, Verbs verbs) {
    Optional<String> meant = ForeignWords.command(word);
    if (meant.isPresent()) {
      return StoppedException.usage("there is no command " + word, meant.get());
    }
    List<String> names = new ArrayList<>();
    for (Verb verb : verbs.all()) {
      names.add(verb.name());
      names.addAll(verb.aliases());
    }
    names.add(HelpTopic.HELP);
    return StoppedException.usage("unknown command " + word, NearestWord.help(word, names));
  }

  /**
   * What is wrong with a command line.
   *
   * @param verb the command that it names, if it does
   */
  static StoppedException of(ParameterException problem, @Nullable Verb verb, Verbs verbs) {
    CommandSpec spec = problem.getCommandLine().getCommandSpec();
    String help = spec.qualifiedName() + " --help lists the options";
    if (problem instanceof UnmatchedArgumentException unmatched) {
      String argument = unmatched.getUnmatched().get(0);
      if (!argument.startsWith("-")) {
        return StoppedException.usage(argument + " is one argument too many", help);
      }
      return spec.parent() == null || verb == null
          ? beforeCommand(argument, help)
          : new UnknownOption(argument, verb, verbs).complaint(help);
    }
    if (problem instanceof MissingParameterException missing
        && missing.getMissing().get(0) instanceof OptionSpec option) {
      return StoppedException.usage(
          "the option " + option.names()[0] + " needs a value: " + option.paramLabel(), help);
    }
    return StoppedException.usage(String.valueOf(problem.getMessage()), help);
  }

  private static StoppedException beforeCommand(String argument, String help) {
    return StoppedException.usage(
        "unknown option " + CommandTree.nameOf(argument) + " before the command",
        "name the command first: " + help);
  }
}
