package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.guide.CommandGuide;
import dev.sidecarctl.command.guide.OptionGuide;
import dev.sidecarctl.command.guide.ProgramGuide;
import dev.sidecarctl.command.guide.ValueGuide;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Describes the program to those who write help, manual pages and completion scripts. */
final class GuideMaker {
  private static final List<String> EXAMPLES =
      List.of(
          "sidecarctl inject -f app.yaml -t sidecar-logger | kubectl apply -f -",
          "sidecarctl inject -i -R k8s/ -t sidecar-logger",
          "sidecarctl eject -i -R k8s/");

  private GuideMaker() {}

  /** The whole program. */
  static ProgramGuide program(Verbs verbs) {
    List<CommandGuide> commands = new ArrayList<>();
    for (Verb verb : verbs.all()) {
      commands.add(command(verb));
    }
    commands.add(help(commands));
    return new ProgramGuide(
        CommandTree.NAME,
        "Adds sidecars to Kubernetes manifests and leaves every other byte alone.",
        options("", CommandTree.root()),
        commands,
        HelpTopic.summaries(),
        exitCodes(),
        EXAMPLES);
  }

  /** One command. */
  static CommandGuide command(Verb verb) {
    CommandSpec spec = verb.spec();
    UsageMessageSpec usage = spec.usageMessage();
    return new CommandGuide(
        verb.name(),
        verb.aliases(),
        usage.description()[0],
        String.join("", usage.customSynopsis()),
        usage.description()[1],
        options(verb.name(), spec),
        ValuesKnown.operands(verb.name()),
        stripped(usage.footer()));
  }

  private static List<String> stripped(String... lines) {
    List<String> stripped = new ArrayList<>();
    for (String line : lines) {
      stripped.add(line.strip());
    }
    return stripped;
  }

  /** The command that is none of ours: it tells of the others. */
  private static CommandGuide help(List<CommandGuide> commands) {
    List<String> words = new ArrayList<>();
    commands.forEach(command -> words.add(command.name()));
    words.addAll(HelpTopic.summaries().keySet());
    return new CommandGuide(
        HelpTopic.HELP,
        List.of(),
        "Tell of a command or a topic.",
        "sidecarctl help [COMMAND|TOPIC]",
        "Topics are: " + String.join(", ", HelpTopic.summaries().keySet()) + ".",
        List.of(),
        ValueGuide.of(ValueGuide.Kind.WORDS, words),
        List.of("sidecarctl help inject", "sidecarctl help exit-codes"));
  }

  private static List<OptionGuide> options(String verb, CommandSpec spec) {
    List<OptionGuide> options = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      options.add(option(verb, option));
    }
    return options;
  }

  private static OptionGuide option(String verb, OptionSpec option) {
    List<String> names = new ArrayList<>(Arrays.asList(option.names()));
    names.sort(Comparator.comparingInt(String::length));
    boolean flag = option.arity().max() == 0;
    String[] description = option.description()[0].split("\n", 2);
    return new OptionGuide(
        names,
        flag ? "" : option.paramLabel(),
        description[0],
        description.length > 1 ? description[1] : "",
        ValuesKnown.group(names.get(names.size() - 1)),
        flag ? ValueGuide.of(ValueGuide.Kind.NONE) : ValuesKnown.of(verb, names.get(0)),
        option.isMultiValue());
  }

  private static Map<Integer, String> exitCodes() {
    Map<Integer, String> codes = new LinkedHashMap<>();
    for (ExitStatus status : ExitStatus.values()) {
      codes.put(status.code(), status.meaning());
    }
    return codes;
  }
}
