package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects everything that is wrong, so that all of it is told at once. */
public final class Problems {
  private final List<Diagnostic> found = new ArrayList<>();

  /** An error at a value's place. */
  public void add(Code code, String message, Value at, String help) {
    add(code, message, at.origin(), help);
  }

  /** An error at a place, if that is known. */
  public void add(Code code, String message, Optional<Location> at, String help) {
    found.add(Diagnostic.error(code, message, at.orElse(null)).helping(help));
  }

  /** What somebody else found. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** What somebody else found. */
  public void addAll(List<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  /** Adds a note to those from a number on that are not of a certain source. */
  void noteForeign(int first, Source own, Location at, String note) {
    for (int i = first; i < found.size(); i++) {
      Diagnostic diagnostic = found.get(i);
      if (diagnostic.place().isPresent() && diagnostic.place().get().source() != own) {
        found.set(i, diagnostic.noting(at, note));
      }
    }
  }

  /** How many there are so far. */
  int count() {
    return found.size();
  }

  /**
   * Ends the work if anything was found.
   *
   * @throws RefusedException with all of it, in the order of the text
   */
  public void throwIfAny() {
    if (!found.isEmpty()) {
      found.sort(Comparator.comparingInt(Problems::offset));
      throw new RefusedException(found);
    }
  }

  private static int offset(Diagnostic diagnostic) {
    return diagnostic.place().map(place -> place.span().start()).orElse(0);
  }
}
