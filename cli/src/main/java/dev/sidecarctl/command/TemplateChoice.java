package dev.sidecarctl.command;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.SidecarTemplate;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds what {@code -t} means: a file's templates, or a template of the catalogue. */
final class TemplateChoice {
  private final Path folder;
  private final Catalogue catalogue;
  private final Map<String, SidecarTemplate> chosen = new LinkedHashMap<>();

  /**
   * @param folder what relative paths are relative to
   * @param catalogue where names are looked up
   */
  TemplateChoice(Path folder, Catalogue catalogue) {
    this.folder = folder;
    this.catalogue = catalogue;
  }

  /** Whether the argument of a {@code -t} is a path, not a name. */
  static boolean isPath(String argument) {
    return argument.indexOf('/') >= 0 || argument.endsWith(".yaml") || argument.endsWith(".yml");
  }

  /** The templates that were added, in order, each once. */
  List<SidecarTemplate> templates() {
    return List.copyOf(chosen.values());
  }

  /**
   * Adds what an argument means.
   *
   * @throws StoppedException when there is no such template, or it is wrong
   */
  void add(String argument) {
    if (argument.isEmpty()) {
      throw StoppedException.usage("the template's name is empty", "");
    }
    for (SidecarTemplate template : isPath(argument) ? inFile(argument) : named(argument)) {
      SidecarTemplate other = chosen.putIfAbsent(template.name(), template);
      if (other != null && !other.at().describe().equals(template.at().describe())) {
        String message = "two templates are named " + template.name();
        throw new StoppedException(
            ExitStatus.USAGE,
            List.of(
                Diagnostic.error(Code.USAGE, message, template.at())
                    .noting(other.at(), "the other one")
                    .helping("give one of them another name")));
      }
    }
  }

  private List<SidecarTemplate> inFile(String argument) {
    try {
      Path file = folder.resolve(argument);
      InputReader reader = new InputReader(InputStream.nullInputStream());
      return SidecarTemplate.read(reader.read(argument, file));
    } catch (InvalidPathException e) {
      throw StoppedException.usage(argument + " is no path", "");
    } catch (RefusedException e) {
      throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
    }
  }

  private List<SidecarTemplate> named(String name) {
    return List.of(
        catalogue
            .find(name)
            .orElseThrow(
                () ->
                    new StoppedException(
                        ExitStatus.USAGE, List.of(unknown(name, catalogue.names())))));
  }

  private Diagnostic unknown(String name, List<String> names) {
    String near = NearestWord.of(name, names).map(word -> "did you mean " + word + "? ").orElse("");
    boolean file = java.nio.file.Files.exists(folder.resolve(name));
    String path = file ? "for the file of that name say -t ./" + name : "a path has a / in it";
    return Diagnostic.error(Code.TEMPLATE_UNKNOWN, "there is no template " + name, null)
        .helping(near + "the catalogue has: " + String.join(", ", names) + "; " + path);
  }
}
