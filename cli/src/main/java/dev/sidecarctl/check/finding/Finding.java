package dev.sidecarctl.check.finding;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Severity;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that an API server refuses, or warns of.
 *
 * @param type what is wrong
 * @param path of the field, in the API server's words
 * @param value as an API server shows it; empty for none
 * @param detail the rest of the sentence
 * @param at the token that it is about
 * @param help what to do; empty for nothing
 */
public record Finding(
    FaultType type, String path, String value, String detail, @Nullable Location at, String help) {

  /** Whether it forbids nothing. */
  public boolean isWarning() {
    return type.isWarning();
  }

  /** The sentence: {@code PATH: TYPE: VALUE: DETAIL}. */
  public String message() {
    StringBuilder text = new StringBuilder(path);
    append(text, type.words());
    append(text, value);
    append(text, detail);
    return text.toString();
  }

  private static void append(StringBuilder text, String part) {
    if (!part.isEmpty()) {
      text.append(text.length() == 0 ? "" : ": ").append(part);
    }
  }

  /** As it is reported. */
  public Diagnostic diagnostic() {
    Severity severity = isWarning() ? Severity.WARNING : Severity.ERROR;
    return new Diagnostic(severity, type.code(), message(), at, "", List.of(), help);
  }

  /** Whether it is about labels or a selector, which a kustomization may add. */
  public boolean isAddedByOverlays() {
    return path.equals("spec.selector")
        || (path.endsWith("template.metadata.labels") && detail.contains("`selector`"));
  }

  /** Whether two findings are about the same thing, wherever it has come to stand. */
  public boolean sameAs(Finding other) {
    boolean samePlace = at != null && at.equals(other.at);
    boolean sameSource = at == null || other.at == null || at.source() == other.at.source();
    boolean same = samePlace || (sameSource && path.equals(other.path));
    return type == other.type && same && detail.equals(other.detail);
  }

  // By hand: a record's own needs method handles, which cost a cold start 20 ms.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Finding finding
        && type == finding.type
        && path.equals(finding.path)
        && value.equals(finding.value)
        && detail.equals(finding.detail)
        && help.equals(finding.help)
        && Objects.equals(at, finding.at);
  }

  @Override
  public int hashCode() {
    return Objects.hash(type, path, value, detail, help, at);
  }
}
