package dev.sidecarctl.command.lookup;

import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.TemplateLibrary;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What names mean to the files of a project: its own templates, then those of the catalogue.
 *
 * @param configured null where there is no configuration
 * @param catalogue for all other names
 */
record NamedTemplates(@Nullable ProjectTemplates configured, TemplateLibrary catalogue)
    implements TemplateLibrary {

  @Override
  public Optional<SidecarTemplate> find(String name) {
    Optional<SidecarTemplate> own = configured == null ? Optional.empty() : configured.find(name);
    return own.isPresent() ? own : catalogue.find(name);
  }

  @Override
  public List<String> names() {
    Set<String> names = new TreeSet<>(catalogue.names());
    if (configured != null) {
      names.addAll(configured.names());
    }
    return List.copyOf(names);
  }

  /** All names, and where they come from. */
  String describe() {
    String all = "the catalogue has: " + String.join(", ", catalogue.names());
    boolean more = configured != null && !configured.names().isEmpty();
    return more && configured != null
        ? "the configuration lists: " + String.join(", ", configured.names()) + "; " + all
        : all;
  }
}
