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
  /** Other names of what is piped in; where it is a file, they lead to that. */
  private static final Set<String> STANDARD_INPUT =
      Set.of("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0");

  private final Path base;
  private final boolean deep;
  private final List<Input> inputs = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final Map<Path, Diagnostic> warnings = new LinkedHashMap<>();
  private final List<String> passedOver = new ArrayList<>();
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

  /** Names of pipes and devices in folders, which are read only where they are named outright. */
  public List<String> passedOver() {
    return passedOver;
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
      problem(operand + " is no path", encodingHelp(operand));
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
      List<NamedPath> matches = new PathPattern(base, operand).matches();
      if (matches.isEmpty()) {
        problem("no file matches " + operand, "");
      }
      for (NamedPath match : matches) {
        if (Files.isDirectory(match.path())) {
          addFolder(match.name(), match.path());
        } else {
          addListed(match, true);
        }
      }
    } catch (IOException e) {
      problem("cannot search for " + operand + ": " + Failure.reason(e), "");
    }
  }

  private void addPath(String name, Path path) {
    if (Files.isDirectory(path)) {
      addFolder(name, path);
    } else if (Files.exists(path)) {
      addFile(name, path, true, Files.isRegularFile(path));
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
          encodingHelp(name));
    } catch (IOException e) {
      problem(name + ": " + Failure.reason(e), "");
    }
  }

  private void addFolder(String name, Path path) {
    String prefix = name.equals(".") ? "" : name.endsWith("/") ? name : name + "/";
    try {
      List<NamedPath> files = new FolderListing(path, deep).files();
      if (files.isEmpty()) {
        warnings.put(path, emptyFolder(name));
      }
      for (NamedPath file : files) {
        addListed(new NamedPath(prefix + file.name(), file.path()), false);
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

  /** Adds what nobody named as it is: a pipe or a device there is none of the manifests. */
  private void addListed(NamedPath file, boolean named) {
    if (Files.isRegularFile(file.path())) {
      addFile(file.name(), file.path(), named, true);
    } else if (Files.exists(file.path())) {
      passedOver.add(file.name());
    } else {
      absent(file.name(), file.path());
    }
  }

  private void addFile(String name, Path path, boolean named, boolean regular) {
    if (seen.add(STANDARD_INPUT.contains(name) && !regular ? "-" : identity(path))) {
      inputs.add(new Input(name, path, named, regular));
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

  /** What to do about a name that lost characters on its way through the locale. */
  private static String encodingHelp(String name) {
    return NamedPath.isReadable(name)
        ? ""
        : "the name has bytes that are no text in the encoding of the locale, "
            + System.getProperty("sun.jnu.encoding")
            + ": set LC_ALL=C.UTF-8, or name its folder";
  }

  private void problem(String message, String help) {
    problems.add(Diagnostic.error(Code.CANNOT_READ, message, null).helping(help));
  }
}
