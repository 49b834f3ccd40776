package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The templates that come with the program, found by name. */
public final class Catalogue implements TemplateLibrary, TemplateContext {
  private static final List<String> NAMES =
      List.of(
          "cloud-sql-proxy",
          "config-reloader",
          "envoy-proxy",
          "fluentd",
          "git-sync",
          "log-collector",
          "logstash",
          "oauth2-proxy",
          "otel-collector",
          "s3-sync",
          "sidecar-logger",
          "vault-agent");

  private static final String VERSION = "/dev/sidecarctl/version.txt";

  private final UnaryOperator<String> resources;

  /**
   * @param resources gives the text of a resource of the class path by its path, such as {@code
   *     /templates/sidecar-logger/template.yaml}; asked only for what is in the catalogue, and for
   *     the program's version
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
    return Optional.of(SidecarTemplate.read(source(name), this).get(0));
  }

  private Source source(String name) {
    return new Source(
        "catalogue:" + name, resources.apply("/templates/" + name + "/template.yaml"));
  }

  @Override
  public String toolVersion() {
    return resources.apply(VERSION).strip();
  }

  /** {@inheritDoc} Here everything goes by its name. */
  @Override
  public Base base(String word, Location at, String asking) {
    if (!NAMES.contains(word)) {
      throw new RefusedException(
          Diagnostic.error(Code.TEMPLATE_UNKNOWN, "the catalogue has no template " + word, at)
              .helping(NearestWord.help(word, NAMES)));
    }
    return new Base(source(word), Optional.of(word), this);
  }
}
