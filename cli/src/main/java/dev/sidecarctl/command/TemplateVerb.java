package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code template}: the group of the commands for those who write templates. */
final class TemplateVerb implements Verb {
  static final String NAME = "template";

  /** The second words of its commands. */
  static final List<String> MEMBERS = List.of("list", "show", "new", "lint", "test");

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addWords(spec, "COMMAND");
    spec.addOption(OptionSpecs.color());
    spec.addOption(OptionSpecs.help());
    HelpText.describe(
        spec,
        "List, show, write, check and test templates.",
        "sidecarctl template list|show|new|lint|test [OPTION…]",
        "Each of these has a help page of its own: sidecarctl template new --help.",
        "  sidecarctl template list",
        "  sidecarctl template new my-sidecar > my-sidecar.yaml",
        "  sidecarctl template lint my-sidecar.yaml",
        "  sidecarctl template test");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    List<String> words = parsed.matchedPositionalValue(0, List.of());
    if (words.isEmpty()) {
      throw StoppedException.usage(
          "template is told nothing to do", "say one of: " + String.join(", ", MEMBERS));
    }
    throw StoppedException.usage(
        "template has no command " + words.get(0), NearestWord.help(words.get(0), MEMBERS));
  }
}
