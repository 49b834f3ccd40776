package dev.sidecarctl.command.lookup;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.template.Catalogue;
import dev.sidecarctl.template.SidecarTemplate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The templates and parameters that may be named in a folder, for those who complete command lines.
 * What cannot be read is left out without a word.
 */
public final class KnownTemplates {
  private final TemplateFiles files;
  private final Catalogue catalogue;
  private final @Nullable ProjectTemplates configured;

  /**
   * @param folder the working directory
   * @param catalogue the templates that come with the program
   */
  public KnownTemplates(Path folder, Catalogue catalogue) {
    this.files = new TemplateFiles(folder, catalogue);
    this.catalogue = catalogue;
    this.configured = configured(folder, catalogue);
  }

  private static @Nullable ProjectTemplates configured(Path folder, Catalogue catalogue) {
    try {
      Optional<Project> project = new ProjectFinder(folder).ofWorkingDirectory();
      if (project.isEmpty() || project.get().configuration().templates().isEmpty()) {
        return null;
      }
      ProjectTemplates templates = new ProjectTemplates(project.get(), catalogue);
      templates.all();
      return templates;
    } catch (StoppedException e) {
      return null;
    }
  }

  /** The names of all templates, one to a line, each behind a tab with what it is for. */
  public String names() {
    StringBuilder lines = new StringBuilder();
    NamedTemplates named = new NamedTemplates(configured, catalogue);
    for (String name : named.names()) {
      named.find(name).ifPresent(template -> line(name, template.description(), lines));
    }
    return lines.toString();
  }

  /**
   * What may be set, one to a line, each behind a tab with what it is: {@code PARAMETER=}, behind
   * the name of a template where that is typed; {@code PARAMETER=VALUE} where the values are few.
   *
   * @param arguments what {@code -t} names; none for what the configuration lists
   * @param typed what there is of it
   */
  public String parameters(List<String> arguments, String typed) {
    StringBuilder lines = new StringBuilder();
    List<String> seen = new ArrayList<>();
    for (SidecarTemplate template : chosen(arguments)) {
      String prefix = typed.startsWith(template.name() + ".") ? template.name() + "." : "";
      for (String name : template.parameterNames()) {
        String word = prefix + name + "=";
        if (!seen.contains(word)) {
          seen.add(word);
          offer(word, template, name, typed, lines);
        }
      }
    }
    return lines.toString();
  }

  private static void offer(
      String word, SidecarTemplate template, String name, String typed, StringBuilder lines) {
    if (!typed.startsWith(word)) {
      line(word, template.parameterDescription(name), lines);
      return;
    }
    for (String choice : template.parameterChoices(name)) {
      line(word + choice, "", lines);
    }
  }

  private List<SidecarTemplate> chosen(List<String> arguments) {
    if (arguments.isEmpty()) {
      return configured == null ? List.of() : configured.all();
    }
    NamedTemplates named = new NamedTemplates(configured, catalogue);
    List<SidecarTemplate> chosen = new ArrayList<>();
    for (String argument : arguments) {
      try {
        if (TemplateFiles.isPath(argument)) {
          chosen.addAll(files.in(argument));
        } else {
          named.find(argument).ifPresent(chosen::add);
        }
      } catch (StoppedException | RefusedException e) {
        // It is told of when the command runs.
      }
    }
    return chosen;
  }

  /** A description is one line: its first. */
  private static void line(String word, String description, StringBuilder lines) {
    int end = description.indexOf('\n');
    String first = (end < 0 ? description : description.substring(0, end)).strip();
    lines.append(word).append('\t').append(first.replace('\t', ' ')).append('\n');
  }
}
