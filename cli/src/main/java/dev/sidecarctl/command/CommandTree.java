package dev.sidecarctl.command;

import dev.sidecarctl.command.guide.HelpPage;
import dev.sidecarctl.command.guide.ProgramGuide;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** All commands. Only the one that is named is built, since building costs time at every start. */
final class CommandTree {
  static final String NAME = "sidecarctl";
  static final String VERSION_OPTION = "--version";

  /** What may stand before the command. */
  static final List<String> ROOT_OPTIONS = List.of("-h", OptionSpecs.HELP, "-V", VERSION_OPTION);

  private final Verbs verbs;

  CommandTree(Verbs verbs) {
    this.verbs = verbs;
  }

  /** A command line whose command, if its name is of two words, is one word of it. */
  List<String> joined(List<String> arguments) {
    for (int i = 0; i + 1 < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!ROOT_OPTIONS.contains(word)) {
        String both = word + " " + arguments.get(i + 1);
        if (word.startsWith("-") || !word.equals(TemplateVerb.NAME) || verbs.named(both) == null) {
          return arguments;
        }
        List<String> joined = new ArrayList<>(arguments);
        joined.set(i, both);
        joined.remove(i + 1);
        return joined;
      }
    }
    return arguments;
  }

  /** The command of that name. */
  Verb verb(String name) {
    Verb verb = verbs.named(name);
    if (verb == null) {
      throw UsageErrors.unknownCommand(name, verbs);
    }
    return verb;
  }

  /** A command line in its parts. */
  ParseResult parse(@Nullable Verb verb, List<String> arguments) {
    try {
      return parser(verb).parseArgs(arguments.toArray(new String[0]));
    } catch (ParameterException e) {
      throw UsageErrors.of(e, verb, verbs);
    }
  }

  /** The help of a command, or, with the list of all, of the whole program. */
  String help(@Nullable Verb verb) {
    ProgramGuide program = GuideMaker.program(verbs);
    return verb == null ? HelpPage.of(program) : HelpPage.of(GuideMaker.command(verb), program);
  }

  /** The option's name without the value that is glued to it. */
  static String nameOf(String option) {
    if (!option.startsWith("--")) {
      return option.substring(0, Math.min(2, option.length()));
    }
    int value = option.indexOf('=');
    return value < 0 ? option : option.substring(0, value);
  }

  private static CommandLine parser(@Nullable Verb verb) {
    CommandLine parser = new CommandLine(root());
    if (verb != null) {
      addTo(parser, verb);
    }
    return configured(parser);
  }

  private static void addTo(CommandLine parser, Verb verb) {
    CommandSpec spec = verb.spec();
    parser.addSubcommand(verb.name(), spec, verb.aliases().toArray(new String[0]));
  }

  private static CommandLine configured(CommandLine parser) {
    // An operand is what it says: no @file, no ${variable}.
    return parser
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setOverwrittenOptionsAllowed(true);
  }

  /** What may stand before a command. */
  static CommandSpec root() {
    CommandSpec root = CommandSpec.create().name(NAME);
    root.addOption(OptionSpecs.help());
    root.addOption(
        OptionSpec.builder("-V", VERSION_OPTION)
            .type(boolean.class)
            .versionHelp(true)
            .description("print the version")
            .build());
    return root;
  }
}
