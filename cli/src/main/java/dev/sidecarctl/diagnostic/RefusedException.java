package dev.sidecarctl.diagnostic;

import java.util.List;

/**
 * Work on one document, template or record cannot go on: what the text says is wrong. Carries what
 * to tell the user, never empty.
 */
public final class RefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** One reason. */
  public RefusedException(Diagnostic diagnostic) {
    this(List.of(diagnostic));
  }

  /** Several reasons, in the order in which they are told. */
  public RefusedException(List<Diagnostic> diagnostics) {
    super(diagnostics.get(0).message(), null, false, false);
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** The reasons. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
