package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands. Only the one that is named is built, since building costs time at every start. */
final class CommandTree {
  static final String NAME = "sidecarctl";
  static final String VERSION_OPTION = "--version";

  /** What may stand before the command. */
  static final List<String> ROOT_OPTIONS = List.of("-h", OptionSpecs.HELP, "-V", VERSION_OPTION);

  /** Commands that are decided but not built. */
  private static final List<String> COMMANDS_TO_COME = List.of("template", "completion");

  private final List<Verb> verbs;

  CommandTree(List<Verb> verbs) {
    this.verbs = List.copyOf(verbs);
  }

  /** The command of that name. */
  Verb verb(String name) {
    List<String> names = new ArrayList<>();
    for (Verb verb : verbs) {
      if (verb.name().equals(name) || verb.aliases().contains(name)) {
        return verb;
      }
      names.add(verb.name());
      names.addAll(verb.aliases());
    }
    if (COMMANDS_TO_COME.contains(name)) {
      throw StoppedException.usage("the command " + name + " is not in this build yet", seeHelp());
    }
    throw StoppedException.usage("unknown command " + name, NearestWord.help(name, names));
  }

  private static String seeHelp() {
    return NAME + " --help lists the commands";
  }

  /** The option's name without the value that is glued to it. */
  static String nameOf(String option) {
    if (!option.startsWith("--")) {
      return option.substring(0, Math.min(2, option.length()));
    }
    int value = option.indexOf('=');
    return value < 0 ? option : option.substring(0, value);
  }

  /** The parser for one command, or for none. */
  CommandLine parser(@Nullable Verb verb) {
    CommandLine parser = new CommandLine(root());
    if (verb != null) {
      addTo(parser, verb);
    }
    return configured(parser);
  }

  /** The parser with all commands, for the help and for completion scripts. */
  CommandLine whole() {
    CommandLine parser = new CommandLine(root());
    for (Verb verb : verbs) {
      addTo(parser, verb);
    }
    return configured(parser);
  }

  /** The help of a command, or, with the list of all, of the whole program. */
  String help(@Nullable Verb verb) {
    CommandLine described =
        verb == null
            ? whole()
            : Objects.requireNonNull(parser(verb).getSubcommands().get(verb.name()));
    return described.getUsageMessage(Ansi.OFF);
  }

  private static void addTo(CommandLine parser, Verb verb) {
    CommandSpec spec = verb.spec();
    spec.usageMessage().width(HelpText.WIDTH);
    parser.addSubcommand(verb.name(), spec, verb.aliases().toArray(new String[0]));
  }

  private static CommandLine configured(CommandLine parser) {
    // An operand is what it says: no @file, no ${variable}.
    return parser
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setOverwrittenOptionsAllowed(true);
  }

  private static CommandSpec root() {
    CommandSpec root = CommandSpec.create().name(NAME);
    root.addOption(OptionSpecs.help());
    root.addOption(
        OptionSpec.builder("-V", VERSION_OPTION)
            .type(boolean.class)
            .versionHelp(true)
            .description("print the version")
            .build());
    HelpText.describeRoot(root);
    return root;
  }
}
