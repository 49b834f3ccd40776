package dev.sidecarctl.output;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.DiagnosticPrinter;
import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.diagnostic.PrintableText;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.Outcome;
import dev.sidecarctl.inject.WorkloadResult;
import java.util.HashSet;
import java.util.Set;

/** What is said on stderr: diagnostics, and a line for each workload. */
public final class Report {

  /** How much is said. */
  public enum Loudness {
    /** Errors alone ({@code -q}). */
    QUIET,
    /** Errors, warnings, and what became of each workload. */
    NORMAL,
    /** Notes besides ({@code -v}). */
    VERBOSE
  }

  private final Loudness loudness;
  private final Palette palette;
  private final DiagnosticPrinter printer;
  private final Set<Diagnostic> said = new HashSet<>();
  private final StringBuilder out = new StringBuilder();

  /**
   * @param loudness how much to say
   * @param palette in which colours
   */
  public Report(Loudness loudness, Palette palette) {
    this.loudness = loudness;
    this.palette = palette;
    this.printer = new DiagnosticPrinter(palette, new SecretText()::holds);
  }

  /** Says a diagnostic, once, if it is loud enough. */
  public void say(Diagnostic diagnostic) {
    if (isAudible(diagnostic.severity()) && said.add(diagnostic)) {
      printer.print(diagnostic, out);
    }
  }

  private boolean isAudible(Severity severity) {
    return severity == Severity.ERROR
        || loudness == Loudness.VERBOSE
        || (loudness == Loudness.NORMAL && severity == Severity.WARNING);
  }

  /** Says a line that is neither a complaint nor about one workload. */
  public void say(String line) {
    if (loudness != Loudness.QUIET) {
      out.append("sidecarctl: ").append(PrintableText.of(line)).append('\n');
    }
  }

  /** Says a line that only those want to read who ask for more words. */
  public void detail(String line) {
    if (loudness == Loudness.VERBOSE) {
      say(line);
    }
  }

  /**
   * Says what became of a source.
   *
   * @param done whether changes are made, not only found
   */
  public void say(Injection injection, boolean done) {
    for (Diagnostic diagnostic : injection.diagnostics()) {
      say(diagnostic);
    }
    if (loudness != Loudness.QUIET) {
      for (WorkloadResult result : injection.workloads()) {
        line(injection.before().name(), result, done);
      }
    }
  }

  /** {@code k8s/web.yaml: Deployment shop/web: injected sidecar-logger}. */
  private void line(String name, WorkloadResult result, boolean done) {
    Outcome outcome = result.outcome();
    out.append(PrintableText.of(name)).append(": ");
    out.append(PrintableText.of(result.id().describe())).append(": ");
    out.append(verb(outcome, done));
    String detail = PrintableText.of(outcome.detail());
    if (!detail.isEmpty()) {
      out.append(outcome.isChange() ? " " + detail : " (" + detail + ")");
    }
    if (!result.note().isEmpty()) {
      out.append("; ").append(PrintableText.of(result.note()));
    }
    out.append('\n');
  }

  private String verb(Outcome outcome, boolean done) {
    if (outcome instanceof Outcome.Refused) {
      return palette.severity(Severity.ERROR, outcome.verb());
    }
    if (!outcome.isChange()) {
      return outcome.verb();
    }
    return done ? palette.good(outcome.verb()) : outcome.intention();
  }

  /** Everything said so far, as lines; what is said later begins anew. */
  public String take() {
    String text = out.toString();
    out.setLength(0);
    return text;
  }
}
