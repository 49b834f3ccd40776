package dev.sidecarctl.command.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/**
 * A pattern for paths, expanded as a shell does it: {@code *}, {@code ?}, {@code [a-z]}, {@code
 * {a,b}} within a name, {@code **} for folders at any depth. Hidden names only match a pattern that
 * begins with a dot, too.
 */
final class PathPattern {
  private final Path base;
  private final String[] segments;
  private final boolean absolute;

  PathPattern(Path base, String pattern) {
    this.base = base;
    this.absolute = pattern.startsWith("/");
    this.segments = (absolute ? pattern.substring(1) : pattern).split("/+");
  }

  /** Whether a text holds a character that means something in a pattern. */
  static boolean isGlob(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("*?[{".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** The paths that match, as the pattern would name them, sorted. */
  List<String> matches() throws IOException {
    List<String> found = new ArrayList<>();
    expand(absolute ? "/" : "", 0, found);
    Collections.sort(found);
    return found;
  }

  private void expand(String prefix, int depth, List<String> found) throws IOException {
    if (depth == segments.length) {
      found.add(prefix.substring(0, prefix.length() - 1));
      return;
    }
    String segment = segments[depth];
    if (segment.equals("**")) {
      expandDeep(prefix, depth, found);
    } else if (isGlob(segment)) {
      expandNames(prefix, depth, found);
    } else if (Files.exists(base.resolve(prefix + segment))) {
      expand(prefix + segment + "/", depth + 1, found);
    }
  }

  private void expandNames(String prefix, int depth, List<String> found) throws IOException {
    String segment = segments[depth];
    PathMatcher matcher = matcher(segment);
    boolean last = depth + 1 == segments.length;
    for (Path entry : entries(prefix)) {
      String name = entry.getFileName().toString();
      boolean hidden = FolderListing.isHidden(name) && !segment.startsWith(".");
      if (!hidden && matcher.matches(entry.getFileName()) && (last || Files.isDirectory(entry))) {
        expand(prefix + name + "/", depth + 1, found);
      }
    }
  }

  private void expandDeep(String prefix, int depth, List<String> found) throws IOException {
    boolean last = depth + 1 == segments.length;
    if (!last) {
      expand(prefix, depth + 1, found);
    }
    for (Path entry : entries(prefix)) {
      String name = entry.getFileName().toString();
      if (FolderListing.isHidden(name)) {
        continue;
      }
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        expand(prefix + name + "/", depth, found);
      } else if (last) {
        found.add(prefix + name);
      }
    }
  }

  private List<Path> entries(String prefix) throws IOException {
    Path folder = base.resolve(prefix);
    List<Path> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
        stream.forEach(all::add);
      }
    }
    return all;
  }

  private PathMatcher matcher(String segment) throws IOException {
    try {
      return base.getFileSystem().getPathMatcher("glob:" + segment);
    } catch (PatternSyntaxException e) {
      throw new IOException("the pattern " + segment + " is not complete", e);
    }
  }
}
