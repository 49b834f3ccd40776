package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What picocli complains of, in our words. */
final class UsageErrors {
  private UsageErrors() {}

  static StoppedException of(ParameterException problem) {
    CommandSpec spec = problem.getCommandLine().getCommandSpec();
    String help = spec.qualifiedName() + " --help lists the options";
    if (problem instanceof UnmatchedArgumentException unmatched) {
      return unknown(unmatched.getUnmatched().get(0), spec, help);
    }
    if (problem instanceof MissingParameterException missing
        && missing.getMissing().get(0) instanceof OptionSpec option) {
      return StoppedException.usage(
          "the option " + option.names()[0] + " needs a value: " + option.paramLabel(), help);
    }
    String message = String.valueOf(problem.getMessage());
    return StoppedException.usage(message, help);
  }

  private static StoppedException unknown(String argument, CommandSpec spec, String help) {
    if (!argument.startsWith("-")) {
      return StoppedException.usage(argument + " is one argument too many", help);
    }
    String option = CommandTree.nameOf(argument);
    if (spec.parent() == null) {
      return StoppedException.usage(
          "unknown option " + option + " before the command", "name the command first: " + help);
    }
    // A single hyphen before a long name is a slip, too.
    String meant = argument.startsWith("--") ? option : "-" + argument;
    String near =
        NearestWord.of(meant, longNames(spec))
            .map(name -> "; did you mean " + name + "?")
            .orElse("");
    return StoppedException.usage("unknown option " + shown(argument, option, near) + near, help);
  }

  /** The whole argument where it looks like a misspelt long option, else the one letter. */
  private static String shown(String argument, String option, String near) {
    return near.isEmpty() || argument.startsWith("--") ? option : argument;
  }

  private static List<String> longNames(CommandSpec spec) {
    List<String> names = new ArrayList<>();
    for (ArgSpec argument : spec.args()) {
      if (argument instanceof OptionSpec option) {
        for (String name : option.names()) {
          if (name.startsWith("--")) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }
}
