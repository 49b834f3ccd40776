package dev.sidecarctl.project;

import dev.sidecarctl.template.Glob;
import java.util.List;

/**
 * Containers that somebody else puts into pods: sidecars like any other, never the application's.
 *
 * @param globs over their names
 */
public record ForeignContainers(List<String> globs) {
  private static final ForeignContainers NONE = new ForeignContainers(List.of());

  /** Takes a copy. */
  public ForeignContainers {
    globs = List.copyOf(globs);
  }

  /** None are known. */
  public static ForeignContainers none() {
    return NONE;
  }

  /** Whether a container of that name is one of them. */
  public boolean include(String name) {
    return Glob.anyMatches(globs, name);
  }
}
