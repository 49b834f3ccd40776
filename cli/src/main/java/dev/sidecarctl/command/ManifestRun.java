package dev.sidecarctl.command;

import dev.sidecarctl.command.Delivery.Finished;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.InPlaceFiles;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.command.lookup.ProjectFinder;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.Outcome;
import dev.sidecarctl.inject.ServiceSelections;
import dev.sidecarctl.inject.WorkloadResult;
import dev.sidecarctl.output.Report;
import dev.sidecarctl.project.WarningRules;
import dev.sidecarctl.reports.ObjectReport;
import dev.sidecarctl.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The straight line of every verb that changes manifests: find the inputs, read them, work on them,
 * and only when all of them went well, write.
 */
final class ManifestRun {

  private final RunOptions options;
  private final Surroundings around;
  private final Report report;
  private final InputLine line;
  private final ProjectFinder projects;
  private final List<Finished> finished = new ArrayList<>();

  /** What is wrong beside what the injections say, in the order in which it is said. */
  private final List<Diagnostic> problems = new ArrayList<>();

  private ExitStatus status = ExitStatus.DONE;
  private int excluded;
  private String lastWord = "";

  ManifestRun(RunOptions options, RuleOptions rules, Surroundings around) {
    this.options = options;
    this.projects = new ProjectFinder(around.folder());
    this.around = around;
    this.report = new Report(options.loudness(), options.palette());
    this.line = new InputLine(options, rules, projects, report, around, this);
  }

  /** Finds and reads all inputs, and does the work on each; writes nothing. */
  <R> void workThrough(InputLine.Order<R> order, InputLine.Outcomes<R> outcomes) {
    workThrough(null, order, outcomes);
  }

  /** The same, with a look at all of them before the work on the first. */
  <R> void workThrough(
      InputLine.@Nullable Survey survey, InputLine.Order<R> order, InputLine.Outcomes<R> outcomes) {
    line.workThrough(survey, order, outcomes);
    lookAcross();
    if (options.inPlace()) {
      lookAtLinks();
    }
  }

  /** Says that the other names of files that are to be replaced keep the old text. */
  private void lookAtLinks() {
    for (int i = 0; i < finished.size(); i++) {
      Finished one = finished.get(i);
      Path path = one.input().path();
      if (path != null && one.injection().changed()) {
        saying(i, InPlaceFiles.warnings(one.input().name(), path));
      }
    }
  }

  private void saying(int index, List<Diagnostic> found) {
    Finished one = finished.get(index);
    List<Diagnostic> judged = one.warnings().judge(found);
    finished.set(index, one.saying(judged));
    weigh(judged);
  }

  /** Says what the change of one input does to another, as far as its project wants to hear it. */
  private void lookAcross() {
    List<Injection> injections = new ArrayList<>();
    for (Finished one : finished) {
      injections.add(one.injection());
    }
    List<List<Diagnostic>> found = ServiceSelections.acrossSources(injections);
    for (int i = 0; i < found.size(); i++) {
      saying(i, found.get(i));
    }
  }

  private void weigh(List<Diagnostic> diagnostics) {
    for (Diagnostic diagnostic : diagnostics) {
      status = status.and(ExitStatus.of(diagnostic));
    }
  }

  /** Takes an input that was worked on. */
  void take(Input input, Injection injection, WarningRules warnings) {
    finished.add(new Finished(input, injection, warnings));
    weigh(injection.diagnostics());
  }

  /** Takes an input that is excluded. */
  void passThrough(Input input, Source source, Diagnostic note) {
    Injection untouched = Injection.untouched(source, List.of(note));
    finished.add(new Finished(input, untouched, WarningRules.none()));
    excluded++;
  }

  /** Adds why an input cannot be read, or worked on; throws what nobody foresaw. */
  void addFailure(String input, Throwable failure) {
    if (failure instanceof RefusedException refused) {
      refused.diagnostics().forEach(diagnostic -> add(ExitStatus.REFUSED, diagnostic));
    } else if (failure instanceof StoppedException stopped) {
      stopped.diagnostics().forEach(diagnostic -> add(stopped.status(), diagnostic));
    } else {
      throw new InternalErrorException(input, failure);
    }
  }

  /** The project of the working directory; throws as {@link ProjectFinder} does. */
  Optional<Project> projectHere() {
    return projects.ofWorkingDirectory();
  }

  /** Whether no input could be worked on, nor passed through. */
  boolean sawNothing() {
    return finished.isEmpty();
  }

  /** Adds something that forbids writing. */
  void add(ExitStatus itsStatus, Diagnostic problem) {
    problems.add(problem);
    status = status.and(itsStatus);
  }

  /** Whether nothing so far forbids writing. */
  boolean isFine() {
    return status == ExitStatus.DONE;
  }

  private int workloads() {
    int workloads = 0;
    for (Finished one : finished) {
      workloads += one.injection().workloads().size();
    }
    return workloads;
  }

  /** Whether a workload carries, carried, or should carry a sidecar. */
  boolean anythingMatched() {
    for (Finished one : finished) {
      for (WorkloadResult result : one.injection().workloads()) {
        if (isMatch(result.outcome())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isMatch(Outcome outcome) {
    boolean bare = outcome instanceof Outcome.UpToDate same && same.templates().isEmpty();
    return !bare && !(outcome instanceof Outcome.Skipped);
  }

  /**
   * Why nothing matched: there is no workload at all, or none of them fits.
   *
   * @param unfit what is true of each workload there is
   */
  String nothingMatched(String unfit) {
    if (finished.isEmpty()) {
      return "no file holds a Kubernetes object";
    }
    int workloads = workloads();
    String files = finished.size() == 1 ? "1 file" : finished.size() + " files";
    String count = workloads == 1 ? "the only workload" : "none of " + workloads + " workloads";
    String left = excluded == 0 ? "" : " (" + excluded + " excluded)";
    return workloads == 0
        ? "there is no workload in " + files + left
        : count + " in " + files + left + " " + (workloads == 1 ? "is not " : "is ") + unfit;
  }

  /**
   * Writes what the options say, if nothing forbids it, and tells what happened.
   *
   * @param lastLine said at the end; empty for nothing
   */
  ExitStatus finish(String lastLine) {
    boolean fine = isFine();
    try {
      if (fine) {
        deliver();
      }
      for (Finished one : finished) {
        report.say(one.injection(), fine && !options.check());
      }
    } catch (Delivery.ReaderGoneException e) {
      return ExitStatus.FAILED;
    } catch (StoppedException e) {
      e.diagnostics().forEach(problem -> add(e.status(), problem));
    }
    for (Diagnostic problem : problems) {
      report.say(problem);
    }
    if (!fine && !options.check() && anythingChanges()) {
      report.say("nothing was written");
    }
    if (isFine() && !lastLine.isEmpty()) {
      report.say(lastLine);
    }
    boolean read = tellMachines(workloadReports());
    Said.write(report.take(), around.err());
    if (!read) {
      return ExitStatus.FAILED;
    }
    return isFine() && options.check() && anythingChanges() ? ExitStatus.WOULD_CHANGE : status;
  }

  private List<ObjectReport> workloadReports() {
    List<ObjectReport> objects = new ArrayList<>();
    if (options.report().isPresent()) {
      for (Finished one : finished) {
        objects.addAll(ObjectReport.of(one.injection()));
      }
    }
    return objects;
  }

  /** Writes the report, if one is asked for; false if its reader has gone. */
  private boolean tellMachines(List<ObjectReport> objects) {
    if (options.report().isPresent()) {
      try {
        options.report().get().write(objects, diagnostics());
      } catch (Delivery.ReaderGoneException e) {
        return false;
      } catch (StoppedException e) {
        for (Diagnostic problem : e.diagnostics()) {
          add(e.status(), problem);
          report.say(problem);
        }
      }
    }
    return true;
  }

  private void deliver() throws Delivery.ReaderGoneException {
    if (options.inPlace()) {
      Delivery.inPlace(finished);
    } else if (!options.check() || options.format() == OutputFormat.DIFF) {
      Delivery.write(
          Delivery.output(finished, options.format(), options.outputPalette(), around.folder()),
          around.out());
    }
  }

  /**
   * Writes what would happen, and tells on standard error what is wrong beside it. What is wrong
   * with manifests is part of the plan, and no failure of it.
   *
   * @param plan goes to standard output
   * @param planned what the plan tells of itself
   */
  ExitStatus finishPlan(String plan, Set<Diagnostic> planned) {
    ExitStatus told = finishReading(plan, planned, workloadReports());
    return told == ExitStatus.REFUSED ? ExitStatus.DONE : told;
  }

  /** Everything that is said of the inputs, in their order. */
  List<Diagnostic> diagnostics() {
    List<Diagnostic> all = new ArrayList<>();
    for (Finished one : finished) {
      all.addAll(one.injection().diagnostics());
    }
    all.addAll(problems);
    return all;
  }

  /** How many inputs there were. */
  int inputs() {
    return finished.size();
  }

  /**
   * Tells what was found: a report on standard output instead of words, if one goes there.
   *
   * @param lastLine said at the end, where words are
   */
  ExitStatus finishCheck(List<ObjectReport> objects, String lastLine) {
    boolean toMachines = options.report().isPresent() && options.report().get().isOnOutput();
    if (!toMachines) {
      lastWord = lastLine;
    }
    Set<Diagnostic> told =
        toMachines ? Set.copyOf(ReportRequest.reported(diagnostics())) : Set.of();
    return finishReading("", told, objects);
  }

  /** Writes what was found, and tells on standard error what is wrong. */
  ExitStatus finishStatus(String found) {
    return finishReading(found, Set.of(), workloadReports());
  }

  private ExitStatus finishReading(String text, Set<Diagnostic> told, List<ObjectReport> objects) {
    for (Finished one : finished) {
      for (Diagnostic diagnostic : one.injection().diagnostics()) {
        if (!told.contains(diagnostic)) {
          report.say(diagnostic);
        }
      }
    }
    for (Diagnostic problem : problems) {
      if (!told.contains(problem)) {
        report.say(problem);
      }
    }
    if (!lastWord.isEmpty()) {
      report.say(lastWord);
    }
    boolean read = tellMachines(objects);
    Said.write(report.take(), around.err());
    if (!read) {
      return ExitStatus.FAILED;
    }
    try {
      Delivery.write(text, around.out());
    } catch (Delivery.ReaderGoneException e) {
      return ExitStatus.FAILED;
    }
    return status;
  }

  private boolean anythingChanges() {
    for (Finished one : finished) {
      if (one.injection().changed()) {
        return true;
      }
    }
    return false;
  }
}
