package dev.sidecarctl.template;

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
}
