package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.output.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What every verb that reads manifests is told on the command line.
 *
 * @param operands files, folders, globs and {@code -}, in the order given
 * @param deep whether folders are searched to the bottom
 * @param inPlace whether the files themselves are written
 * @param check whether changes are only looked for
 * @param format what goes to standard output
 * @param skipUnrendered whether Helm source passes through everywhere
 * @param onlyManifests whether files without the words of a Kubernetes object are passed over
 * @param loudness how much is said
 * @param palette the colours of what is said
 * @param outputPalette the colours of standard output, where they may be
 * @param report what machines are told; empty for nothing
 */
record RunOptions(
    List<String> operands,
    boolean deep,
    boolean inPlace,
    boolean check,
    OutputFormat format,
    boolean skipUnrendered,
    boolean onlyManifests,
    Report.Loudness loudness,
    Palette palette,
    Palette outputPalette,
    Optional<ReportRequest> report) {

  /** The options of a verb that reads manifests and writes them again. */
  static RunOptions of(ParseResult parsed, Surroundings around) {
    OutputFormat format = OutputFormat.of(parsed.matchedOptionValue(OptionSpecs.OUTPUT, "yaml"));
    boolean looks = flag(parsed, OptionSpecs.CHECK) && format != OutputFormat.DIFF;
    return of(parsed, format, flag(parsed, OptionSpecs.IN_PLACE) || looks, around);
  }

  /** The options of a verb that reads manifests, and prints what it finds. */
  static RunOptions ofReading(ParseResult parsed, Surroundings around) {
    return of(parsed, OutputFormat.YAML, false, around);
  }

  /** The options of a verb that reads manifests, and prints nothing but a report. */
  static RunOptions ofChecking(ParseResult parsed, Surroundings around) {
    return of(parsed, OutputFormat.YAML, true, around);
  }

  private static RunOptions of(
      ParseResult parsed, OutputFormat format, boolean outputIsFree, Surroundings around) {
    List<String> operands = operands(parsed);
    boolean inPlace = flag(parsed, OptionSpecs.IN_PLACE);
    boolean check = flag(parsed, OptionSpecs.CHECK);
    if (inPlace && check) {
      throw StoppedException.usage(
          "-i and --check contradict each other", "--check looks, -i writes: choose one");
    }
    if (inPlace && operands.contains("-")) {
      throw StoppedException.usage(
          "-i cannot write standard input", "leave -i out, and the manifest goes to stdout");
    }
    if (operands.isEmpty()) {
      throw noInput(parsed.commandSpec().qualifiedName(), around);
    }
    if (inPlace && parsed.hasMatchedOption(OptionSpecs.OUTPUT)) {
      throw StoppedException.usage(
          "-i and -o contradict each other",
          "-i writes the files, -o says what goes to standard output: choose one");
    }
    return new RunOptions(
        operands,
        flag(parsed, OptionSpecs.DEEP),
        inPlace,
        check,
        format,
        flag(parsed, OptionSpecs.SKIP_UNRENDERED),
        flag(parsed, OptionSpecs.ONLY_MANIFESTS),
        loudness(parsed),
        palette(parsed, around.errorIsTerminal(), around),
        palette(parsed, around.outputIsTerminal(), around),
        ReportRequest.of(parsed, around, outputIsFree));
  }

  /** In the order in which they stand on the command line, with or without {@code -f}. */
  static List<String> operands(ParseResult parsed) {
    List<Operand> operands = new ArrayList<>();
    operands.addAll(parsed.matchedOptionValue(OptionSpecs.FILE, List.of()));
    operands.addAll(parsed.matchedPositionalValue(0, List.of()));
    operands.sort(null);
    List<String> texts = new ArrayList<>();
    for (Operand operand : operands) {
      if (operand.text().isEmpty()) {
        throw StoppedException.usage("a file name is empty", "");
      }
      texts.add(operand.text());
    }
    return texts;
  }

  /** The complaint that nothing says what to work on. */
  static StoppedException noInput(String command, Surroundings around) {
    String advice =
        around.inputIsTerminal()
            ? "name files or folders: " + command + " -f app.yaml; " + command + " --help says more"
            : "to read standard input, add -f -";
    return StoppedException.usage("no input: no file, folder or - is named", advice);
  }

  static boolean flag(ParseResult parsed, String name) {
    return parsed.matchedOptionValue(name, false);
  }

  /** How much is to be said. */
  static Report.Loudness loudness(ParseResult parsed) {
    boolean quiet = flag(parsed, OptionSpecs.QUIET);
    boolean verbose = flag(parsed, OptionSpecs.VERBOSE);
    if (quiet && verbose) {
      throw StoppedException.usage("-q and -v contradict each other", "");
    }
    if (quiet) {
      return Report.Loudness.QUIET;
    }
    return verbose ? Report.Loudness.VERBOSE : Report.Loudness.NORMAL;
  }

  /** The colours that {@code --color} and the terminal ask for. */
  static Palette palette(ParseResult parsed, boolean terminal, Surroundings around) {
    String when = parsed.matchedOptionValue(OptionSpecs.COLOR, "auto");
    if (when.equals("auto")) {
      return palette(terminal, around);
    }
    if (!when.equals("always") && !when.equals("never")) {
      throw StoppedException.usage("--color is auto, always or never, not " + when, "");
    }
    return when.equals("always") ? Palette.COLOURED : Palette.PLAIN;
  }

  /** The colours of what is said, where the command line says nothing of them. */
  static Palette palette(Surroundings around) {
    return palette(around.errorIsTerminal(), around);
  }

  private static Palette palette(boolean terminal, Surroundings around) {
    boolean dumb = around.environment().getOrDefault("TERM", "").equals("dumb");
    boolean coloured = terminal && !around.isSet("NO_COLOR") && !dumb;
    return coloured ? Palette.COLOURED : Palette.PLAIN;
  }
}
