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

  /** The paths that match, named as the pattern would, sorted by that. */
  List<NamedPath> matches() throws IOException {
    List<NamedPath> found = new ArrayList<>();
    NamedPath start = absolute ? new NamedPath("/", base.resolve("/")) : new NamedPath("", base);
    expand(start, 0, found);
    Collections.sort(found);
    return found;
  }

  /**
   * @param at a folder, its name with a slash behind it
   */
  private void expand(NamedPath at, int depth, List<NamedPath> found) throws IOException {
    String segment = segments[depth];
    if (segment.equals("**")) {
      expandDeep(at, depth, found);
    } else if (isGlob(segment)) {
      expandNames(at, depth, found);
    } else {
      Path next = at.path().resolve(segment);
      if (Files.exists(next)) {
        goOn(new NamedPath(at.name() + segment, next), depth, found);
      }
    }
  }

  private void goOn(NamedPath match, int depth, List<NamedPath> found) throws IOException {
    if (depth + 1 == segments.length) {
      found.add(match);
    } else {
      expand(new NamedPath(match.name() + "/", match.path()), depth + 1, found);
    }
  }

  private void expandNames(NamedPath at, int depth, List<NamedPath> found) throws IOException {
    String segment = segments[depth];
    PathMatcher matcher = matcher(segment);
    boolean last = depth + 1 == segments.length;
    for (Path entry : entries(at.path())) {
      String name = entry.getFileName().toString();
      boolean hidden = FolderListing.isHidden(name) && !segment.startsWith(".");
      if (!hidden && matcher.matches(entry.getFileName()) && (last || Files.isDirectory(entry))) {
        goOn(NamedPath.in(at.name(), entry), depth, found);
      }
    }
  }

  private void expandDeep(NamedPath at, int depth, List<NamedPath> found) throws IOException {
    boolean last = depth + 1 == segments.length;
    if (!last) {
      expand(at, depth + 1, found);
    }
    for (Path entry : entries(at.path())) {
      if (FolderListing.isHidden(entry.getFileName().toString())) {
        continue;
      }
      NamedPath named = NamedPath.in(at.name(), entry);
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        expand(new NamedPath(named.name() + "/", entry), depth, found);
      } else if (last) {
        found.add(named);
      }
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
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
