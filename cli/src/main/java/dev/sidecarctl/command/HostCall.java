package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.host.Order;
import dev.sidecarctl.host.ResourceList;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.output.Report;
import dev.sidecarctl.text.Source;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * A call by another program, such as kustomize, which names no files: it hands over the manifests,
 * and the file that asked for us.
 */
final class HostCall {
  private static final String PLACES =
      "these lines are those of the copy that the host made of manifests and template, without"
          + " comments and with sorted keys";

  private final HostWork work;
  private final Surroundings around;

  HostCall(HostWork work, Surroundings around) {
    this.work = work;
    this.around = around;
  }

  /**
   * Whether a command line may be such a call: it says nothing of files, nor does a person type.
   */
  static boolean mayBe(ParseResult options, Surroundings around) {
    for (String option : HostWork.OF_FILES) {
      if (options.hasMatchedOption(option)) {
        return false;
      }
    }
    return !around.inputIsTerminal() && RunOptions.operands(options).isEmpty();
  }

  /**
   * Answers the call of a function, with a ResourceList on standard input.
   *
   * @param otherwise the complaint when something else is there
   * @return empty when nothing is there
   */
  Optional<ExitStatus> asFunction(StoppedException otherwise) {
    Source source = read(Input.standardInput());
    Optional<ResourceList> list = list(source);
    if (list.isEmpty()) {
      if (source.text().isBlank()) {
        return Optional.empty();
      }
      throw otherwise;
    }
    Injection done = workOn(source, list.get().order());
    Source after = list.get().withResults(done.after(), done.diagnostics());
    return Optional.of(answer(done, Optional.of(after)));
  }

  private static Optional<ResourceList> list(Source source) {
    try {
      return ResourceList.find(source);
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  /**
   * Answers the call of a plugin: the manifests are on standard input, and all of them go on.
   *
   * @param configuration the path of the file that asked for us
   */
  ExitStatus asPlugin(String configuration) {
    refuseOptionsOfFiles();
    Path path = around.folder().resolve(configuration);
    Source order = read(new Input("<template>", path, true, false));
    Injection done = workOn(read(Input.standardInput()), Order.ofFile(order));
    return answer(done, done.refused() ? Optional.empty() : Optional.of(done.after()));
  }

  private void refuseOptionsOfFiles() {
    for (String option : HostWork.OF_FILES) {
      if (work.options().hasMatchedOption(option)) {
        throw StoppedException.usage(
            option + " has no meaning under kustomize",
            "kustomize says what to work on: leave it out of argsOneLiner and argsFromFile");
      }
    }
  }

  private Source read(Input input) {
    try {
      return new InputReader(around.in()).read(input);
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  private Injection workOn(Source manifests, Order order) {
    try {
      return work.on(manifests, order);
    } catch (RefusedException e) {
      return Injection.untouched(manifests, e.diagnostics());
    }
  }

  private ExitStatus answer(Injection done, Optional<Source> output) {
    Report report = work.report(around);
    report.say(done, !done.refused());
    ExitStatus status = ExitStatus.DONE;
    boolean anyPlace = false;
    for (Diagnostic diagnostic : done.diagnostics()) {
      status = status.and(ExitStatus.of(diagnostic));
      anyPlace |= diagnostic.severity() != Severity.NOTE && diagnostic.place().isPresent();
    }
    if (anyPlace) {
      report.say(PLACES);
    }
    Said.write(report.take(), around.err());
    boolean silent = output.isEmpty() || !work.answers();
    return silent || write(output.get()) ? status : ExitStatus.FAILED;
  }

  /** Writes the answer; whether somebody read it. */
  private boolean write(Source output) {
    try {
      Delivery.write(output.text(), around.out());
      return true;
    } catch (Delivery.ReaderGoneException e) {
      return false;
    }
  }
}
