package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.diagnostic.PrintableText;
import dev.sidecarctl.host.KustomizePlugin;
import dev.sidecarctl.output.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** The whole program but for its process: arguments and streams in, exit status out. */
public final class CommandLineTool {
  private static final String INJECT = "inject";
  private static final String VALIDATE = "validate";

  /** What completion scripts call. */
  private static final String CANDIDATES = "__complete";

  private static final String VERSION = "/dev/sidecarctl/version.txt";

  static {
    // We have texts alone; the converters for times and databases cost milliseconds to set up.
    System.setProperty("picocli.converters.excludes", "java.time.*,java.sql.*");
  }

  private final Engine engine;
  private final Verbs verbs;
  private final CommandTree tree;

  /** The tool as it is shipped. */
  public CommandLineTool() {
    this(Engine.standard());
  }

  CommandLineTool(Engine engine) {
    this.engine = engine;
    this.verbs = new Verbs(engine);
    this.tree = new CommandTree(verbs);
  }

  /** Runs a command line to its end. Never throws, and never ends the process. */
  public ExitStatus run(List<String> arguments, Surroundings around) {
    try {
      return dispatch(arguments, around);
    } catch (StoppedException e) {
      return stopped(e, palette(arguments, around), around);
    } catch (InternalErrorException e) {
      return internalError(e.input() + ": ", e.getCause() == null ? e : e.getCause(), around);
    } catch (RuntimeException | Error e) {
      return internalError("", e, around);
    }
  }

  private ExitStatus dispatch(List<String> arguments, Surroundings around) {
    if (arguments.isEmpty()) {
      return withoutCommand(around);
    }
    if (arguments.get(0).equals(Training.WORD) && arguments.size() == 2) {
      return new Training(engine).run(arguments.get(1));
    }
    if (KustomizePlugin.isCalled(around.isSet(KustomizePlugin.CONFIG_ROOT), arguments)) {
      return asPlugin(arguments, around);
    }
    List<String> rest = arguments.subList(1, arguments.size());
    return switch (arguments.get(0)) {
      case HelpTopic.HELP -> Printed.on(around, HelpTopic.text(rest, verbs));
      case CANDIDATES -> CandidateCall.answer(rest, around);
      default -> runVerb(arguments, around);
    };
  }

  private ExitStatus runVerb(List<String> words, Surroundings around) {
    List<String> arguments = tree.joined(words);
    String name = firstWord(arguments);
    Verb verb = name == null ? null : tree.verb(name);
    ParseResult parsed = tree.parse(verb, arguments);
    if (parsed.isVersionHelpRequested()) {
      return Printed.on(around, CommandTree.NAME + " " + Resource.text(VERSION));
    }
    ParseResult inner = parsed.subcommand();
    boolean innerHelp = inner != null && inner.isUsageHelpRequested();
    if (verb == null || inner == null || innerHelp || parsed.isUsageHelpRequested()) {
      return help(innerHelp ? verb : null, around);
    }
    try {
      return verb.run(inner, around);
    } catch (StoppedException e) {
      ReportRequest.tell(e, inner, around);
      throw e;
    }
  }

  /** A person who wants to see what there is, or a function's call. */
  private ExitStatus withoutCommand(Surroundings around) {
    ParseResult parsed = options(List.of(INJECT));
    if (around.inputIsTerminal()) {
      return needsCommand(around);
    }
    return new HostCall(new HostInjection(engine, parsed, around), around)
        .asFunction(noCommand())
        .orElseGet(() -> needsCommand(around));
  }

  private static StoppedException noCommand() {
    return StoppedException.usage(
        "no command, and what is on standard input is no ResourceList from kustomize",
        "to inject into it, say inject -f -; --help lists the commands");
  }

  /** The call of a plugin of kustomize: {@code CONFIGURATION [inject|validate] [OPTION…]}. */
  private ExitStatus asPlugin(List<String> arguments, Surroundings around) {
    List<String> line = new ArrayList<>(arguments.subList(1, arguments.size()));
    boolean validates = !line.isEmpty() && line.get(0).equals(VALIDATE);
    if (!validates && (line.isEmpty() || !line.get(0).equals(INJECT))) {
      line.add(0, INJECT);
    }
    ParseResult options = options(line);
    HostWork work =
        validates
            ? new HostValidation(engine, options, around)
            : new HostInjection(engine, options, around);
    return new HostCall(work, around).asPlugin(arguments.get(0));
  }

  private ParseResult options(List<String> line) {
    ParseResult inner = tree.parse(tree.verb(line.get(0)), line).subcommand();
    return Objects.requireNonNull(inner, "a verb was named");
  }

  private ExitStatus needsCommand(Surroundings around) {
    Said.write(tree.help(null), around.err());
    return ExitStatus.USAGE;
  }

  /** The first argument, but for options that may stand before a command. */
  private static @Nullable String firstWord(List<String> arguments) {
    for (String argument : arguments) {
      if (!CommandTree.ROOT_OPTIONS.contains(argument)) {
        return argument.startsWith("-") ? null : argument;
      }
    }
    return null;
  }

  private ExitStatus help(@Nullable Verb verb, Surroundings around) {
    return Printed.on(around, tree.help(verb));
  }

  private static ExitStatus stopped(StoppedException e, Palette palette, Surroundings around) {
    Report report = new Report(Report.Loudness.QUIET, palette);
    for (Diagnostic diagnostic : e.diagnostics()) {
      report.say(diagnostic);
    }
    Said.write(report.take(), around.err());
    return e.status();
  }

  /** The colours of a run that did not get as far as having options. */
  private static Palette palette(List<String> arguments, Surroundings around) {
    int option = arguments.lastIndexOf(OptionSpecs.COLOR);
    boolean spaced = option >= 0 && option + 1 < arguments.size();
    String when = spaced ? arguments.get(option + 1) : "";
    if (when.equals("always") || arguments.contains("--color=always")) {
      return Palette.COLOURED;
    }
    boolean never = when.equals("never") || arguments.contains("--color=never");
    return never ? Palette.PLAIN : RunOptions.palette(around);
  }

  private static ExitStatus internalError(String where, Throwable e, Surroundings around) {
    String what = PrintableText.of(where + e);
    Said.write(
        "sidecarctl: internal error: " + what + "; nothing was written, please report it\n",
        around.err());
    if (around.isSet("SIDECARCTL_DEBUG")) {
      StringWriter trace = new StringWriter();
      e.printStackTrace(new PrintWriter(trace));
      Said.write(trace.toString(), around.err());
    }
    return ExitStatus.FAILED;
  }
}
