package dev.sidecarctl.command.lookup;

import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.project.Placed;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.TemplateContext;
import dev.sidecarctl.text.Source;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a template lies, and what it finds from there: the files that it extends by their path, the
 * templates of the project above it and of the catalogue by their name.
 *
 * @param folder the folder of its file
 * @param shown the same as messages name it; empty for the working directory
 * @param workingDirectory what is known of projects is named from there
 */
public record TemplateFolder(Path folder, String shown, Path workingDirectory, Catalogue catalogue)
    implements TemplateContext {

  /** That of a file which is named from the working directory. */
  public static TemplateFolder ofFile(String path, Path workingDirectory, Catalogue catalogue) {
    Path file = workingDirectory.resolve(path).toAbsolutePath();
    return of(file, path, workingDirectory, catalogue);
  }

  /** That of a template which lies in no file: the working directory. */
  public static TemplateFolder here(Path workingDirectory, Catalogue catalogue) {
    return new TemplateFolder(workingDirectory, "", workingDirectory, catalogue);
  }

  private static TemplateFolder of(
      Path file, String shown, Path workingDirectory, Catalogue catalogue) {
    Path folder = file.getParent();
    int slash = shown.lastIndexOf('/');
    return new TemplateFolder(
        folder == null ? workingDirectory : folder,
        slash < 0 ? "" : shown.substring(0, slash + 1),
        workingDirectory,
        catalogue);
  }

  @Override
  public String toolVersion() {
    return catalogue.toolVersion();
  }

  @Override
  public Base base(String word, Location at, String asking) {
    return TemplateFiles.isPath(word) ? inFile(word, at) : named(word, at, asking);
  }

  private Base inFile(String path, Location at) {
    try {
      Path file = folder.resolve(path);
      String name = Path.of(shown + path).normalize().toString().replace('\\', '/');
      Source source = read(path.startsWith("/") ? path : name, file, at);
      return new Base(
          source, Optional.empty(), of(file, source.name(), workingDirectory, catalogue));
    } catch (InvalidPathException e) {
      throw new RefusedException(Diagnostic.error(Code.TEMPLATE_VALUE, path + " is no path", at));
    }
  }

  private static Source read(String name, Path file, Location at) {
    try {
      return new InputReader(InputStream.nullInputStream()).read(name, file);
    } catch (StoppedException e) {
      List<Diagnostic> placed = new ArrayList<>();
      for (Diagnostic problem : e.diagnostics()) {
        placed.add(
            Diagnostic.error(problem.code(), problem.message(), at)
                .helping("paths are relative to the file that says extends"));
      }
      throw new StoppedException(e.status(), placed);
    }
  }

  private Base named(String name, Location at, String asking) {
    List<String> known = new ArrayList<>();
    Optional<Base> own = inProject(name, at, asking, known);
    if (own.isPresent()) {
      return own.get();
    }
    if (catalogue.names().contains(name)) {
      return catalogue.base(name, at, asking);
    }
    known.addAll(catalogue.names());
    throw new RefusedException(
        Diagnostic.error(Code.TEMPLATE_UNKNOWN, "there is no template " + name, at)
            .helping(NearestWord.help(name, known) + " (the path of a file has a / in it)"));
  }

  /** Among those that the project above lists; those of other names are added to the known ones. */
  private Optional<Base> inProject(String name, Location at, String asking, List<String> known) {
    Optional<Project> project = new ProjectFinder(workingDirectory).ofFolder(folder);
    for (Placed<String> item : Project.configuration(project).templates().orElse(List.of())) {
      if (project.isPresent() && TemplateFiles.isPath(item.value())) {
        Path file = project.get().folder().resolve(item.value()).normalize();
        Source source = read(project.get().nameOf(file), file, item.at());
        List<String> names = SidecarTemplate.names(source);
        boolean itself = name.equals(asking) && source.text().equals(at.source().text());
        if (names.contains(name) && !itself) {
          return Optional.of(
              new Base(
                  source, Optional.of(name), of(file, source.name(), workingDirectory, catalogue)));
        }
        known.addAll(names);
      }
    }
    known.remove(asking);
    return Optional.empty();
  }
}
