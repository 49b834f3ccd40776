package dev.sidecarctl.template;

import java.util.List;
import java.util.Optional;

/** Where templates are found by name. */
@FunctionalInterface
public interface TemplateLibrary {

  /**
   * The template of that name, if there is one.
   *
   * @throws dev.sidecarctl.diagnostic.RefusedException when it cannot be read
   */
  Optional<SidecarTemplate> find(String name);

  /** The names that it knows; none where they cannot be listed. */
  default List<String> names() {
    return List.of();
  }
}
