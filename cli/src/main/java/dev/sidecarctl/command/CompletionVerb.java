package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.guide.CompletionScript;
import dev.sidecarctl.diagnostic.NearestWord;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code completion}: prints the script that makes a shell complete our command lines. */
final class CompletionVerb implements Verb {
  private final Verbs verbs;

  CompletionVerb(Verbs verbs) {
    this.verbs = verbs;
  }

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create();
    OptionSpecs.addWords(spec, "SHELL");
    spec.addOption(OptionSpecs.color());
    spec.addOption(OptionSpecs.help());
    HelpText.describe(
        spec,
        "Print the script that makes a shell complete command lines.",
        "sidecarctl completion " + String.join("|", CompletionScript.SHELLS),
        "Commands, options, their values, templates and their parameters are completed. The"
            + " folder completions/ holds the same scripts.",
        "  source <(sidecarctl completion bash)",
        "  sidecarctl completion zsh > ~/.zfunc/_sidecarctl",
        "  sidecarctl completion fish > ~/.config/fish/completions/sidecarctl.fish",
        "  sidecarctl completion powershell | Out-String | Invoke-Expression");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult parsed, Surroundings around) {
    List<String> words = parsed.matchedPositionalValue(0, List.of());
    List<String> shells = CompletionScript.SHELLS;
    if (words.isEmpty()) {
      throw StoppedException.usage(
          "completion is for a shell, and none is named",
          "name one of: " + String.join(", ", shells));
    }
    String shell = words.get(0);
    if (words.size() > 1) {
      throw StoppedException.usage(
          words.get(1) + " is one argument too many", "ask for one shell at a time");
    }
    if (!shells.contains(shell)) {
      throw StoppedException.usage(
          "there is no completion for " + shell, NearestWord.help(shell, shells));
    }
    return Printed.on(around, CompletionScript.of(shell, GuideMaker.program(verbs)));
  }
}
