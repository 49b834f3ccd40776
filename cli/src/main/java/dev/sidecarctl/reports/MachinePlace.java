package dev.sidecarctl.reports;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Note;
import org.jspecify.annotations.Nullable;

/** Where a machine that knows files alone is to look. */
final class MachinePlace {
  private MachinePlace() {}

  /** The first place of a diagnostic that is in a file; else its first at all. */
  static @Nullable Location of(Diagnostic diagnostic) {
    Location at = diagnostic.at();
    if (at != null && isFile(at)) {
      return at;
    }
    for (Note note : diagnostic.notes()) {
      if (isFile(note.at())) {
        return note.at();
      }
    }
    return at;
  }

  private static boolean isFile(Location at) {
    String name = at.source().name();
    return !name.startsWith("catalogue:") && !name.startsWith("<") && !name.startsWith("--set ");
  }
}
