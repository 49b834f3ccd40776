package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Note;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.lint.trial.Trial;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What inject says: a pod that no cluster would take is an error, as it is there. Of its warnings
 * those count that are about the template, and not about the workload.
 */
public final class TrialVerdicts implements Rule {
  private static final Set<Code> ABOUT_TEMPLATES =
      EnumSet.of(
          Code.MEMORY_UNLIMITED,
          Code.MOUNT_NESTED,
          Code.ROOT_REFUSED,
          Code.SERVER_WARNING,
          Code.SUB_PATH_STALE,
          Code.USERS_DIFFER,
          Code.VARIABLE_UNDEFINED);

  @Override
  public void check(Subject subject, Remarks remarks) {
    for (Trial trial : subject.trials()) {
      remarks.during(trial, subject.trials().get(0));
      for (Diagnostic diagnostic : trial.diagnostics()) {
        check(diagnostic, trial, subject, remarks);
      }
    }
    remarks.duringNone();
  }

  private static void check(Diagnostic said, Trial trial, Subject subject, Remarks remarks) {
    Diagnostic own = inTemplate(said, trial, subject.written().template().at());
    if (said.code() == Code.POD_SECURITY) {
      Diagnostic warning =
          new Diagnostic(
              Severity.WARNING,
              Code.POD_SECURITY_RESTRICTED,
              own.message(),
              own.at(),
              own.label(),
              own.notes(),
              "a namespace may ask for it; where the sidecar cannot do without, say"
                  + " requires.podSecurity, and tell why in its README");
      remarks.add(warning, detail(said));
    } else if (said.code() == Code.JOB_NEVER_COMPLETES) {
      neverCompletes(own, trial, subject, remarks);
    } else if (said.isError() || ABOUT_TEMPLATES.contains(said.code())) {
      remarks.add(own, detail(said));
    }
  }

  /** Before there were native sidecars, every sidecar kept a pod from its end. */
  private static void neverCompletes(
      Diagnostic own, Trial trial, Subject subject, Remarks remarks) {
    if (!trial.settings().version().hasNativeSidecars()) {
      return;
    }
    if (!subject.written().kinds().isEmpty()) {
      remarks.add(own, "");
      return;
    }
    remarks.warn(
        Code.MATCH_TOO_WIDE,
        own.at(),
        "the template takes Jobs too, which refuse this container: they would never complete",
        "move it to sidecars, or name the kinds under match");
  }

  /** The same without places in a workload that nobody knows. */
  private static Diagnostic inTemplate(Diagnostic said, Trial trial, Location template) {
    Location at = said.at();
    List<Note> notes = new ArrayList<>();
    for (Note note : said.notes()) {
      if (note.at().source() != trial.manifest()) {
        notes.add(note);
      }
    }
    boolean made = at == null || at.source() == trial.manifest();
    if (made && !notes.isEmpty()) {
      at = notes.remove(0).at();
    } else if (made) {
      at = template;
    }
    return new Diagnostic(
        said.severity(),
        said.code(),
        said.message(),
        at,
        made ? "" : said.label(),
        notes,
        said.help());
  }

  /** Without the path, which is another one in each kind of workload. */
  private static String detail(Diagnostic said) {
    String message = said.message();
    int colon = message.indexOf(": ");
    boolean path = message.startsWith("spec.") || message.startsWith("metadata.");
    return path && colon > 0 ? message.substring(colon) : message;
  }
}
