package dev.sidecarctl.project;

import dev.sidecarctl.template.Glob;
import java.util.Optional;

/**
 * A pattern for paths below a folder: {@code *}, {@code ?} and {@code [a-z]} within a name, {@code
 * **} for any number of folders. It means what it matches, and all that is below.
 *
 * @param text as written
 */
public record PathGlob(String text) {
  private static final String ANY_FOLDERS = "**";

  /** Why a text can match no path below a folder; empty if it is well-formed. */
  static Optional<String> problem(String text) {
    if (text.isEmpty()) {
      return Optional.of("write \"**\" for everything");
    }
    if (!Glob.isWellFormed(text)) {
      return Optional.of("close the bracket");
    }
    if (text.indexOf('{') >= 0) {
      return Optional.of("braces mean nothing here: write an item for each");
    }
    if (text.startsWith("/") || ("/" + text + "/").contains("/../")) {
      return Optional.of("it is relative to the configuration's folder, and stays in it");
    }
    return Optional.empty();
  }

  /**
   * Whether a file, or a folder that it is in, matches.
   *
   * @param path relative to the folder, with slashes
   */
  public boolean matches(String path) {
    String relative = text.startsWith("./") ? text.substring(2) : text;
    return matches(relative.split("/+"), 0, path.split("/+"), 0);
  }

  private static boolean matches(String[] glob, int g, String[] path, int p) {
    if (g == glob.length) {
      return true;
    }
    if (glob[g].equals(ANY_FOLDERS)) {
      // At the end it means what is below, of which there has to be something.
      boolean here = g + 1 < glob.length || p < path.length;
      return (here && matches(glob, g + 1, path, p))
          || (p < path.length && matches(glob, g, path, p + 1));
    }
    return p < path.length && Glob.matches(glob[g], path[p]) && matches(glob, g + 1, path, p + 1);
  }
}
