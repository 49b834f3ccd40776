package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds templates and the cases that lie beside them: those of {@code NAME.yaml} in {@code
 * NAME.cases}, those of a folder's only template, or of {@code template.yaml}, in {@code cases}.
 */
public final class CaseFinder {
  private static final String CASES = "cases";
  private static final String TEMPLATE = "template";
  private static final String KIND = "SidecarTemplate";

  private CaseFinder() {}

  /**
   * The template files that a path means, sorted: itself, or all below it.
   *
   * @param name the path as it was given
   * @throws StoppedException when it is not there, or cannot be read
   */
  public static List<Path> templates(Path path, String name) {
    if (!Files.isDirectory(path)) {
      if (!Files.exists(path)) {
        throw StoppedException.failed(Code.CANNOT_READ, name + ": no such file or folder", "");
      }
      return List.of(path);
    }
    try (Stream<Path> files = Files.walk(path)) {
      return files
          .filter(file -> !isHidden(path, file) && !isInCase(path, file) && isTemplate(file))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw StoppedException.failed(Code.CANNOT_READ, "cannot read " + name, "");
    }
  }

  private static boolean isHidden(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().length() > 1 && part.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isInCase(Path folder, Path file) {
    for (Path part : folder.relativize(file)) {
      if (part.toString().equals(CASES) || part.toString().endsWith("." + CASES)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTemplate(Path file) {
    String name = file.getFileName().toString();
    if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
      return false;
    }
    try {
      return Files.isRegularFile(file) && Files.readString(file).contains(KIND);
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * The cases of a template's file, by their names.
   *
   * @throws StoppedException when they cannot be listed
   */
  public static List<CaseFolder> cases(Path template) {
    Path folder = template.toAbsolutePath().getParent();
    if (folder == null) {
      return List.of();
    }
    String name = template.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    Path own = folder.resolve(name + "." + CASES);
    boolean alone = name.equals(TEMPLATE) || isAlone(folder);
    return Files.isDirectory(own) ? in(own) : alone ? in(folder.resolve(CASES)) : List.of();
  }

  private static boolean isAlone(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(CaseFinder::isTemplate).count() == 1;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<CaseFolder> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    List<CaseFolder> cases = new ArrayList<>();
    try (Stream<Path> folders = Files.list(folder)) {
      folders
          .filter(Files::isDirectory)
          .sorted()
          .forEach(path -> cases.add(new CaseFolder(path.getFileName().toString(), path)));
      return cases;
    } catch (IOException e) {
      throw StoppedException.failed(Code.CANNOT_READ, "cannot read " + folder, "");
    }
  }
}
