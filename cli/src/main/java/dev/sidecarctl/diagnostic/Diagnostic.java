package dev.sidecarctl.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One complaint or remark. Immutable.
 *
 * @param severity how much it weighs
 * @param code stable name of the kind of complaint
 * @param message one sentence without a final stop; never holds a Secret's value
 * @param at the place it is about; null when it is about no text (a missing file, an option)
 * @param label what is printed behind the caret; empty for nothing
 * @param notes further places
 * @param help what to do, a phrase without a final stop; empty for nothing
 */
public record Diagnostic(
    Severity severity,
    Code code,
    String message,
    @Nullable Location at,
    String label,
    List<Note> notes,
    String help) {

  /** Takes a copy of the notes. */
  public Diagnostic {
    notes = List.copyOf(notes);
  }

  /** An error at a place. */
  public static Diagnostic error(Code code, String message, @Nullable Location at) {
    return new Diagnostic(Severity.ERROR, code, message, at, "", List.of(), "");
  }

  /** A warning at a place. */
  public static Diagnostic warning(Code code, String message, @Nullable Location at) {
    return new Diagnostic(Severity.WARNING, code, message, at, "", List.of(), "");
  }

  /** A remark at a place. */
  public static Diagnostic note(Code code, String message, @Nullable Location at) {
    return new Diagnostic(Severity.NOTE, code, message, at, "", List.of(), "");
  }

  /** The same with another message. */
  public Diagnostic saying(String newMessage) {
    return new Diagnostic(severity, code, newMessage, at, label, notes, help);
  }

  /** The same with a phrase behind the caret. */
  public Diagnostic labelled(String newLabel) {
    return new Diagnostic(severity, code, message, at, newLabel, notes, help);
  }

  /** The same with one more place; nothing changes when the place is not known. */
  public Diagnostic noting(@Nullable Location place, String phrase) {
    if (place == null) {
      return this;
    }
    List<Note> more = new ArrayList<>(notes);
    more.add(new Note(place, phrase));
    return new Diagnostic(severity, code, message, at, label, more, help);
  }

  /** The same with a way out. */
  public Diagnostic helping(String newHelp) {
    return new Diagnostic(severity, code, message, at, label, notes, newHelp);
  }

  /** The same, said without forbidding anything. */
  public Diagnostic asWarning() {
    return new Diagnostic(Severity.WARNING, code, message, at, label, notes, help);
  }

  /** The same, said so that it forbids writing anything. */
  public Diagnostic asError() {
    return new Diagnostic(Severity.ERROR, code, message, at, label, notes, help);
  }

  /** Whether it forbids writing anything. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The place, where there is one. */
  public Optional<Location> place() {
    return Optional.ofNullable(at);
  }

  // By hand: a record's own needs method handles, which cost a cold start 20 ms.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Diagnostic diagnostic
        && severity == diagnostic.severity
        && code == diagnostic.code
        && message.equals(diagnostic.message)
        && Objects.equals(at, diagnostic.at)
        && label.equals(diagnostic.label)
        && notes.equals(diagnostic.notes)
        && help.equals(diagnostic.help);
  }

  @Override
  public int hashCode() {
    return Objects.hash(severity, code, message, at, label, notes, help);
  }
}
