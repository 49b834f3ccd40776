package dev.sidecarctl.template;

import dev.sidecarctl.text.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The templates that come with the program, found by name. */
public final class Catalogue implements TemplateLibrary {
  private static final List<String> NAMES = List.of("sidecar-logger");

  /** The names of all templates, sorted. */
  public List<String> names() {
    return NAMES;
  }

  /**
   * {@inheritDoc} Places in it are named {@code catalogue:NAME}.
   *
   * @throws UncheckedIOException when the program's own resources cannot be read
   */
  @Override
  public Optional<SidecarTemplate> find(String name) {
    if (!NAMES.contains(name)) {
      return Optional.empty();
    }
    return Optional.of(SidecarTemplate.read(new Source("catalogue:" + name, text(name))).get(0));
  }

  private static String text(String name) {
    String path = "/templates/" + name + "/template.yaml";
    try (InputStream resource = Catalogue.class.getResourceAsStream(path)) {
      if (resource == null) {
        throw new UncheckedIOException(new IOException("not in the program's archive: " + path));
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
