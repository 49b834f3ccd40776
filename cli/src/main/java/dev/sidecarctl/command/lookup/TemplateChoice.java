package dev.sidecarctl.command.lookup;

import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.template.SidecarTemplate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what {@code -t} means: a file's templates, or a template by name. */
final class TemplateChoice {
  private final TemplateFiles files;
  private final NamedTemplates names;
  private final Map<String, SidecarTemplate> chosen = new LinkedHashMap<>();

  /**
   * @param files where paths are looked up
   * @param names where names are
   */
  TemplateChoice(TemplateFiles files, NamedTemplates names) {
    this.files = files;
    this.names = names;
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
    for (SidecarTemplate template :
        TemplateFiles.isPath(argument) ? files.in(argument) : List.of(named(argument))) {
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

  private SidecarTemplate named(String name) {
    Optional<SidecarTemplate> template = names.find(name);
    if (template.isEmpty()) {
      throw new StoppedException(ExitStatus.USAGE, List.of(unknown(name)));
    }
    return template.get();
  }

  private Diagnostic unknown(String name) {
    String near =
        NearestWord.of(name, names.names()).map(word -> "did you mean " + word + "? ").orElse("");
    String path =
        files.exists(name) ? "for the file of that name say -t ./" + name : "a path has a / in it";
    return Diagnostic.error(Code.TEMPLATE_UNKNOWN, "there is no template " + name, null)
        .helping(near + names.describe() + "; " + path);
  }
}
