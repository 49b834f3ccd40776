package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import java.util.List;

/** A run cannot go on: what to say, and what it ends with. */
public final class StoppedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;
  private final ExitStatus status;

  /**
   * A run that stops.
   *
   * @param diagnostics why; at least one
   */
  public StoppedException(ExitStatus status, List<Diagnostic> diagnostics) {
    super(diagnostics.get(0).message(), null, false, false);
    this.diagnostics = List.copyOf(diagnostics);
    this.status = status;
  }

  /** The command line is wrong. */
  public static StoppedException usage(String message, String help) {
    return new StoppedException(
        ExitStatus.USAGE, List.of(Diagnostic.error(Code.USAGE, message, null).helping(help)));
  }

  /** Input or output failed. */
  public static StoppedException failed(Code code, String message, String help) {
    return new StoppedException(
        ExitStatus.FAILED, List.of(Diagnostic.error(code, message, null).helping(help)));
  }

  /** Why. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** What the run ends with. */
  public ExitStatus status() {
    return status;
  }
}
