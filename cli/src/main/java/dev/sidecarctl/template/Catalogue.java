package dev.sidecarctl.template;

import dev.sidecarctl.text.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The templates that come with the program, found by name. */
public final class Catalogue implements TemplateLibrary {
  private static final List<String> NAMES = List.of("log-collector", "sidecar-logger");

  private final UnaryOperator<String> resources;

  /**
   * @param resources gives the text of a resource of the class path by its path, such as {@code
   *     /templates/sidecar-logger/template.yaml}; asked only for what is in the catalogue
   */
  public Catalogue(UnaryOperator<String> resources) {
    this.resources = resources;
  }

  /** The names of all templates, sorted. */
  @Override
  public List<String> names() {
    return NAMES;
  }

  /** {@inheritDoc} Places in it are named {@code catalogue:NAME}. */
  @Override
  public Optional<SidecarTemplate> find(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    String text = resources.apply("/templates/" + name + "/template.yaml");
    return Optional.of(SidecarTemplate.read(new Source("catalogue:" + name, text)).get(0));
  }
}
