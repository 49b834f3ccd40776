package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;

/** What a run ends with. When several apply, the highest. */
public enum ExitStatus {
  /** Done, or nothing to change. */
  DONE(0, "done, or nothing to change"),
  /** {@code --check} found something to change. */
  WOULD_CHANGE(1, "--check found something to change, or a case of a template failed"),
  /** The command line is wrong: an unknown option or template, a wrong {@code --set}. */
  USAGE(2, "the command line is wrong; nothing was written"),
  /** What a file says is wrong, or conflicts with a template. Nothing was written. */
  REFUSED(3, "refused, since what a file says is wrong or conflicts; nothing was written"),
  /** Input or output failed. */
  FAILED(4, "a file could not be read or written");

  private final int code;
  private final String meaning;

  ExitStatus(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }

  /** A phrase for {@code --help}. */
  public String meaning() {
    return meaning;
  }

  /** The higher of the two. */
  public ExitStatus and(ExitStatus other) {
    return other.code > code ? other : this;
  }

  /** What a diagnostic about a source ends a run with. */
  public static ExitStatus of(Diagnostic diagnostic) {
    if (!diagnostic.isError()) {
      return DONE;
    }
    Location at = diagnostic.at();
    boolean argument = at != null && at.source().name().startsWith("--set ");
    return argument || diagnostic.code() == Code.PARAMETER_REQUIRED ? USAGE : REFUSED;
  }
}
