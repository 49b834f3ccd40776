package dev.sidecarctl.command.file;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A path, and its name as messages print it. The way back does not exist: a name may hold bytes
 * that no text has in the encoding of the locale, and only the path itself leads to the file.
 */
public record NamedPath(String name, Path path) implements Comparable<NamedPath> {
  private static final char UNREADABLE = '\uFFFD';

  /** A whole path as messages print it. */
  public static String text(Path path) {
    String text = path.toString();
    if (isReadable(text)) {
      return text;
    }
    Path parent = path.getParent();
    String before = parent == null ? "" : text(parent);
    return before + (before.isEmpty() || before.endsWith("/") ? "" : "/") + lastName(path);
  }

  /** An entry of a folder, whose name ends in a slash, or is empty. */
  static NamedPath in(String folder, Path entry) {
    return new NamedPath(folder + lastName(entry), entry);
  }

  /** The last name of a path; as UTF-8 where the locale cannot read it. */
  static String lastName(Path path) {
    Path last = path.getFileName();
    String text = last == null ? "" : last.toString();
    return isReadable(text) ? text : decoded(path);
  }

  /** Whether a text has lost nothing on its way here. */
  static boolean isReadable(String text) {
    return text.indexOf(UNREADABLE) < 0;
  }

  /** A URI has the bytes as they are. */
  private static String decoded(Path path) {
    String raw = path.toUri().getRawPath();
    int end = raw.endsWith("/") ? raw.length() - 1 : raw.length();
    String name = raw.substring(raw.lastIndexOf('/', end - 1) + 1, end);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '%') {
        bytes.write(Integer.parseInt(name, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(c);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Override
  public int compareTo(NamedPath other) {
    return name.compareTo(other.name);
  }
}
