package dev.sidecarctl.command;

import dev.sidecarctl.command.Delivery.Finished;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.Outcome;
import dev.sidecarctl.inject.WorkloadResult;
import dev.sidecarctl.output.Report;
import dev.sidecarctl.text.Source;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The straight line of every verb that changes manifests: find the inputs, read them, work on them,
 * and only when all of them went well, write.
 */
final class ManifestRun {

  /** What is done to one source. */
  interface Work {
    Injection on(Source source, boolean skipUnrendered, boolean kustomizePatch);
  }

  private final RunOptions options;
  private final Surroundings around;
  private final Report report;
  private final InputReader reader;
  private final ProjectFolders folders = new ProjectFolders();
  private final List<Finished> finished = new ArrayList<>();

  /** What is wrong beside what the injections say, in the order in which it is said. */
  private final List<Diagnostic> problems = new ArrayList<>();

  private ExitStatus status = ExitStatus.DONE;

  ManifestRun(RunOptions options, Surroundings around) {
    this.options = options;
    this.around = around;
    this.report = new Report(options.loudness(), options.palette());
    this.reader = new InputReader(around.in());
  }

  /** Finds and reads all inputs, and does the work on each; writes nothing. */
  void workThrough(Work work) {
    InputFinder finder = new InputFinder(around.folder(), options.deep());
    for (String operand : options.operands()) {
      finder.add(operand);
    }
    for (Diagnostic warning : finder.warnings()) {
      report.say(warning);
    }
    for (Diagnostic problem : finder.problems()) {
      add(ExitStatus.FAILED, problem);
    }
    for (Input input : finder.inputs()) {
      workOn(input, work);
    }
  }

  private void workOn(Input input, Work work) {
    try {
      Source source = reader.read(input);
      Path path = input.path();
      boolean chart = path != null && !input.named() && folders.isInChart(path);
      boolean patch = path != null && folders.isKustomizePatch(path);
      Injection injection = work.on(source, chart || options.skipUnrendered(), patch);
      finished.add(new Finished(input, injection));
      for (Diagnostic diagnostic : injection.diagnostics()) {
        status = status.and(ExitStatus.of(diagnostic));
      }
    } catch (RefusedException e) {
      e.diagnostics().forEach(diagnostic -> add(ExitStatus.REFUSED, diagnostic));
    } catch (StoppedException e) {
      e.diagnostics().forEach(diagnostic -> add(e.status(), diagnostic));
    } catch (RuntimeException | StackOverflowError e) {
      throw new InternalErrorException(input.name(), e);
    }
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
    int workloads = workloads();
    String files = finished.size() == 1 ? "1 file" : finished.size() + " files";
    String count = workloads == 1 ? "the only workload" : "none of " + workloads + " workloads";
    return workloads == 0
        ? "there is no workload in " + files
        : count + " in " + files + " " + (workloads == 1 ? "is not " : "is ") + unfit;
  }

  /**
   * Writes what the options say, if nothing forbids it, and tells what happened.
   *
   * @param lastLine said at the end; empty for nothing
   */
  ExitStatus finish(String lastLine) {
    boolean fine = isFine();
    try {
      if (fine && !options.check()) {
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
    problems.forEach(report::say);
    if (!fine && !options.check() && anythingChanges()) {
      report.say("nothing was written");
    }
    if (isFine() && !lastLine.isEmpty()) {
      report.say(lastLine);
    }
    Said.write(report.take(), around.err());
    return isFine() && options.check() && anythingChanges() ? ExitStatus.WOULD_CHANGE : status;
  }

  private void deliver() throws Delivery.ReaderGoneException {
    if (options.inPlace()) {
      Delivery.inPlace(finished);
    } else {
      Delivery.toStream(finished, around.out());
    }
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
