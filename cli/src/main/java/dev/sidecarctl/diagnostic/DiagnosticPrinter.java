package dev.sidecarctl.diagnostic;

import java.util.function.Predicate;

/**
 * Lays diagnostics out for people:
 *
 * <pre>
 * error[volume-conflict]: volume "app-logs" is already defined, with another source
 *   --&gt; k8s/web.yaml:31:17
 *    |
 * 31 |         - name: app-logs
 *    |                 ^^^^^^^^ here: hostPath /var/log
 *   --&gt; templates/log-collector.yaml:27:13: the template wants: emptyDir
 *    = help: rename the template's volume, or the pod's
 * </pre>
 */
public final class DiagnosticPrinter {
  private static final int NARROWEST_GUTTER = 2;

  private final Palette palette;
  private final Predicate<Location> confidential;

  /**
   * @param palette the colours
   * @param confidential places whose lines must not be shown
   */
  public DiagnosticPrinter(Palette palette, Predicate<Location> confidential) {
    this.palette = palette;
    this.confidential = confidential;
  }

  /** The diagnostic as lines, each with its end. */
  public String print(Diagnostic diagnostic) {
    StringBuilder out = new StringBuilder(256);
    print(diagnostic, out);
    return out.toString();
  }

  /** Appends the diagnostic as lines, each with its end. */
  public void print(Diagnostic diagnostic, StringBuilder out) {
    Location at = diagnostic.at();
    String number =
        at == null ? "" : Integer.toString(at.source().position(at.span().start()).line());
    String gutter = " ".repeat(Math.max(NARROWEST_GUTTER, number.length()));
    headline(diagnostic, out);
    if (at != null) {
      place(diagnostic, at, number, gutter, out);
    }
    for (Note note : diagnostic.notes()) {
      arrow(note.at(), gutter, out);
      out.append(": ").append(PrintableText.of(note.message())).append('\n');
    }
    if (!diagnostic.help().isEmpty()) {
      out.append(gutter).append(' ').append(palette.frame("=")).append(' ');
      out.append(palette.bold("help:")).append(' ').append(PrintableText.of(diagnostic.help()));
      out.append('\n');
    }
  }

  private void headline(Diagnostic diagnostic, StringBuilder out) {
    Severity severity = diagnostic.severity();
    String kind = severity.word() + '[' + diagnostic.code().word() + ']';
    out.append(palette.severity(severity, kind)).append(palette.bold(": "));
    out.append(palette.bold(PrintableText.of(diagnostic.message()))).append('\n');
  }

  private void place(
      Diagnostic diagnostic, Location at, String number, String gutter, StringBuilder out) {
    arrow(at, gutter, out);
    String label = PrintableText.of(diagnostic.label());
    if (confidential.test(at)) {
      out.append(label.isEmpty() ? "" : ": " + label);
      out.append(" (in a Secret, whose lines are not shown)\n");
      return;
    }
    if (diagnostic.code() == Code.SECRET_LITERAL) {
      out.append(label.isEmpty() ? "" : ": " + label).append(" (a line that is not shown)\n");
      return;
    }
    Excerpt excerpt = Excerpt.of(at);
    String bar = palette.frame("|");
    out.append('\n').append(gutter).append(' ').append(bar).append('\n');
    out.append(gutter, 0, gutter.length() - number.length()).append(palette.frame(number));
    out.append(' ').append(bar);
    out.append(excerpt.line().isEmpty() ? "" : " ").append(excerpt.line()).append('\n');
    out.append(gutter).append(' ').append(bar).append(' ').append(" ".repeat(excerpt.indent()));
    String underline = "^".repeat(excerpt.carets()) + (label.isEmpty() ? "" : " " + label);
    out.append(palette.severity(diagnostic.severity(), underline)).append('\n');
  }

  private void arrow(Location at, String gutter, StringBuilder out) {
    out.append(gutter).append(palette.frame("-->")).append(' ');
    out.append(PrintableText.of(at.describe()));
  }
}
