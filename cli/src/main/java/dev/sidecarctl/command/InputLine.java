package dev.sidecarctl.command;

import dev.sidecarctl.command.file.Attempt;
import dev.sidecarctl.command.file.Crew;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.InputFinder;
import dev.sidecarctl.command.file.ProjectFolders;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.command.lookup.ProjectFinder;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.output.Report;
import dev.sidecarctl.project.WarningRules;
import dev.sidecarctl.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a run, from operands to what came of them. What depends on what was settled before
 * (projects, templates) is settled input by input, in their order; reading and the work itself are
 * done by several threads; and what came of it is looked at in the order of the inputs again.
 */
final class InputLine {

  /** What is done to one source, by whichever thread. */
  interface Task<R> {
    R on(Source source);
  }

  /** Says what is to be done to a source; asked source by source, in their order. */
  interface Order<R> {
    /**
     * The task.
     *
     * @param settings how the source is looked at
     * @param project whose configuration counts for it, if there is one
     */
    Task<R> task(SourceSettings settings, Optional<Project> project);
  }

  /** Is told what came of each source, in their order. */
  interface Outcomes<R> {
    Injection take(R result, Optional<Project> project);
  }

  /** Is shown each source before the first is worked on, in their order. */
  interface Survey {
    void saw(Source source);
  }

  /** An input with its text. */
  private record ReadInput(PendingInput pending, Source source) {}

  /** A text with what is to be done to it. */
  private record Piece<R>(Source source, Attempt<Task<R>> task) {}

  // Classes, where lambdas would do: on the way of a single file each lambda costs time.

  private record Settling(PendingInputs inputs) implements Function<Input, PendingInput> {
    @Override
    public PendingInput apply(Input input) {
      return inputs.settle(input);
    }
  }

  private record Reading(PendingInputs inputs, @Nullable Progress progress)
      implements Function<Attempt<PendingInput>, Optional<Source>> {
    @Override
    public Optional<Source> apply(Attempt<PendingInput> settled) {
      if (progress != null) {
        progress.read();
      }
      return inputs.read(settled.get());
    }
  }

  private record Ordering<R>(Order<R> order) implements Function<PendingInput, Task<R>> {
    @Override
    public Task<R> apply(PendingInput pending) {
      return order.task(pending.settings(), pending.project());
    }
  }

  private record Working<R>(@Nullable Progress progress) implements Function<Piece<R>, R> {
    @Override
    public R apply(Piece<R> piece) {
      R result = piece.task().get().on(piece.source());
      if (progress != null) {
        progress.done();
      }
      return result;
    }
  }

  /** So many inputs are settled and worked on at a time: what is settled takes room. */
  private static final int BATCH = 512;

  private final RunOptions options;
  private final RuleOptions rules;
  private final ProjectFinder projects;
  private final Report report;
  private final ManifestRun run;
  private final PendingInputs inputs;
  private final Surroundings around;
  private final Crew crew;

  /** How far it is; null where nobody is told. */
  private @Nullable Progress progress;

  InputLine(
      RunOptions options,
      RuleOptions rules,
      ProjectFinder projects,
      Report report,
      Surroundings around,
      ManifestRun run) {
    this.options = options;
    this.rules = rules;
    this.projects = projects;
    this.report = report;
    this.run = run;
    this.inputs = new PendingInputs(options, rules, around, projects);
    this.around = around;
    this.crew = Crew.of(around.environment());
  }

  /**
   * Finds and reads all inputs, and does the work on each; the run is told what came of it.
   *
   * @param survey null where nobody has to look at all of them first
   */
  <R> void workThrough(@Nullable Survey survey, Order<R> order, Outcomes<R> outcomes) {
    List<Input> found = find();
    progress = found.size() > Progress.FEW ? Progress.of(found.size(), options, around) : null;
    try {
      workThrough(found, survey, order, outcomes);
    } finally {
      if (progress != null) {
        progress.close();
      }
    }
  }

  private <R> void workThrough(
      List<Input> found, @Nullable Survey survey, Order<R> order, Outcomes<R> outcomes) {
    List<ReadInput> all = read(found);
    if (survey != null) {
      for (ReadInput one : all) {
        if (one.pending().excluded().isEmpty()) {
          survey.saw(one.source());
        }
      }
    }
    for (int start = 0; start < all.size(); start += BATCH) {
      List<ReadInput> batch = all.subList(start, Math.min(start + BATCH, all.size()));
      workOn(batch, order, outcomes);
    }
  }

  private List<Input> find() {
    InputFinder finder = new InputFinder(around.folder(), options.deep());
    for (String operand : options.operands()) {
      finder.add(operand);
    }
    for (Map.Entry<Path, Diagnostic> warning : finder.warnings().entrySet()) {
      warn(warning.getKey(), warning.getValue());
    }
    for (Diagnostic problem : finder.problems()) {
      run.add(ExitStatus.FAILED, problem);
    }
    for (String name : finder.passedOver()) {
      report.detail(name + " is a pipe or a device, not a file: passed over");
    }
    if (options.inPlace()) {
      refuseStreams(finder.inputs());
    }
    return finder.inputs();
  }

  /** Says what is odd about a folder, as far as its project wants to hear it. */
  private void warn(Path where, Diagnostic warning) {
    try {
      Optional<Project> project = projects.ofFolder(ProjectFolders.real(where));
      WarningRules warnings = rules.warnings(Project.configuration(project));
      for (Diagnostic judged : warnings.judge(List.of(warning))) {
        if (judged.isError()) {
          run.add(ExitStatus.REFUSED, judged);
        } else {
          report.say(judged);
        }
      }
    } catch (StoppedException e) {
      e.diagnostics().forEach(diagnostic -> run.add(e.status(), diagnostic));
    }
  }

  /** What flows by cannot be replaced; it is told before anything of it is read. */
  private static void refuseStreams(List<Input> found) {
    for (Input input : found) {
      if (!input.regular()) {
        throw StoppedException.usage(
            "-i cannot write " + input.name() + ": it is a pipe or a device, not a file",
            "leave -i out, and the manifest goes to stdout");
      }
    }
  }

  /** Reads all of them, and says of each what there is to say before it is worked on. */
  private List<ReadInput> read(List<Input> found) {
    List<Attempt<PendingInput>> settled = new ArrayList<>(found.size());
    Settling settling = new Settling(inputs);
    for (Input input : found) {
      settled.add(Attempt.of(input, settling));
    }
    List<Attempt<Optional<Source>>> sources = crew.each(settled, new Reading(inputs, progress));
    List<ReadInput> read = new ArrayList<>(found.size());
    for (int i = 0; i < found.size(); i++) {
      String name = found.get(i).name();
      try {
        PendingInput pending = settled.get(i).get();
        if (pending.project().isPresent()) {
          report.detail(pending.project().get().name() + " counts for " + name);
        }
        Optional<Source> source = sources.get(i).get();
        if (source.isPresent()) {
          read.add(new ReadInput(pending, source.get()));
        } else {
          report.detail(name + " holds no Kubernetes object: passed over");
        }
      } catch (RuntimeException | StackOverflowError e) {
        run.addFailure(name, e);
      }
    }
    return read;
  }

  private <R> void workOn(List<ReadInput> batch, Order<R> order, Outcomes<R> outcomes) {
    Ordering<R> ordering = new Ordering<>(order);
    List<Piece<R>> pieces = new ArrayList<>(batch.size());
    for (ReadInput one : batch) {
      if (one.pending().excluded().isEmpty()) {
        pieces.add(new Piece<>(one.source(), Attempt.of(one.pending(), ordering)));
      }
    }
    List<Attempt<R>> results = crew.each(pieces, new Working<>(progress));
    int next = 0;
    for (ReadInput one : batch) {
      PendingInput pending = one.pending();
      if (pending.excluded().isPresent()) {
        run.passThrough(pending.input(), one.source(), pending.excluded().get());
      } else {
        take(pending, results.get(next++), outcomes);
      }
    }
  }

  private <R> void take(PendingInput pending, Attempt<R> result, Outcomes<R> outcomes) {
    try {
      Injection injection = outcomes.take(result.get(), pending.project());
      run.take(pending.input(), injection, pending.settings().warnings());
    } catch (RuntimeException | StackOverflowError e) {
      run.addFailure(pending.input().name(), e);
    }
  }
}
