package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns operands into inputs: files as they are, folders into what they hold, globs into both. */
public final class InputFinder {
  private final Path base;
  private final boolean deep;
  private final List<Input> inputs = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<Path, Diagnostic> warnings = new LinkedHashMap<>();
  private final Set<Object> seen = new HashSet<>();

  /**
   * @param base what relative paths are relative to
   * @param deep whether folders are searched to the bottom
   */
  public InputFinder(Path base, boolean deep) {
    this.base = base;
    this.deep = deep;
  }

  /** In the order in which they were found, each file once. */
  public List<Input> inputs() {
    return inputs;
  }

  /** Why something cannot be read: input has failed. */
  public List<Diagnostic> problems() {
    return problems;
  }

  /** What is odd about a folder, by the folder. */
  public Map<Path, Diagnostic> warnings() {
    return warnings;
  }

  /** Adds what an operand stands for. */
  public void add(String operand) {
    if (operand.equals("-")) {
      if (seen.add("-")) {
        inputs.add(Input.standardInput());
      }
      return;
    }
    Path path = resolve(operand);
    if (path == null) {
      problem(operand + " is no path", "");
    } else if (Files.exists(path) || Files.isSymbolicLink(path) || !PathPattern.isGlob(operand)) {
      addPath(operand, path);
    } else {
      addGlob(operand);
    }
  }

  private @Nullable Path resolve(String operand) {
    try {
      return base.resolve(operand);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private void addGlob(String operand) {
    try {
      List<String> matches = new PathPattern(base, operand).matches();
      if (matches.isEmpty()) {
        problem("no file matches " + operand, "");
      }
      for (String match : matches) {
        addPath(match, base.resolve(match));
      }
    } catch (IOException e) {
      problem("cannot search for " + operand + ": " + Failure.reason(e), "");
    }
  }

  private void addPath(String name, Path path) {
    if (Files.isDirectory(path)) {
      addFolder(name, path);
    } else if (Files.exists(path)) {
      addFile(name, path, true);
    } else {
      absent(name, path);
    }
  }

  /** Says why nothing can be found at a path. */
  private void absent(String name, Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
      problem(name + ": no such file or folder", "");
    } catch (NoSuchFileException e) {
      boolean link = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      problem(
          name + (link ? " is a link to a file that does not exist" : ": " + Failure.reason(e)),
          "");
    } catch (IOException e) {
      problem(name + ": " + Failure.reason(e), "");
    }
  }

  private void addFolder(String name, Path path) {
    String prefix = name.equals(".") ? "" : name.endsWith("/") ? name : name + "/";
    try {
      List<String> files = new FolderListing(path, deep).files();
      if (files.isEmpty()) {
        warnings.put(path, emptyFolder(name));
      }
      for (String file : files) {
        Path at = path.resolve(file);
        if (Files.exists(at)) {
          addFile(prefix + file, at, false);
        } else {
          absent(prefix + file, at);
        }
      }
    } catch (FolderListing.UnlistableException e) {
      String folder = e.folder().isEmpty() ? name : prefix + e.folder();
      problem("cannot list " + folder + ": " + Failure.reason(e.reason()), "");
    }
  }

  private Diagnostic emptyFolder(String name) {
    return Diagnostic.warning(
            Code.EMPTY_FOLDER, "no *.yaml, *.yml or *.json in the folder " + name, null)
        .helping(deep ? "" : "-R looks into the folders below, too");
  }

  private void addFile(String name, Path path, boolean named) {
    if (seen.add(identity(path))) {
      inputs.add(new Input(name, path, named));
    }
  }

  /** What two names of one file have in common. */
  private static Path identity(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      // A pipe of the shell, such as /dev/fd/63, has a name that leads nowhere.
      return path.toAbsolutePath().normalize();
    }
  }

  private void problem(String message, String help) {
    problems.add(Diagnostic.error(Code.CANNOT_READ, message, null).helping(help));
  }
}
