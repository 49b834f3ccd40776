package dev.sidecarctl.host;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.TemplateContext;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that a user lists under {@code transformers:} or {@code validators:}, as the host hands
 * it over: a template, or for a validator a configuration, or anything else that only names us.
 */
public final class Order {
  private static final String ADVICE =
      "list the template's own file under transformers:, with the annotation"
          + " config.kubernetes.io/function";

  private final Source source;
  private final @Nullable Value config;
  private final @Nullable Location listAt;

  private Order(Source source, @Nullable Value config, @Nullable Location listAt) {
    this.source = source;
    this.config = config;
    this.listAt = listAt;
  }

  /** One that has a file of its own. */
  public static Order ofFile(Source source) {
    return new Order(source, null, null);
  }

  /** One that stands as {@code functionConfig} in a list. */
  static Order within(Source source, Value config) {
    return new Order(source, config, null);
  }

  /** None: a list without one. */
  static Order missing(@Nullable Location listAt) {
    return new Order(new Source("no order", ""), Value.nothing(), listAt);
  }

  /**
   * The templates that it is.
   *
   * @param context what they may refer to outside of it
   * @throws RefusedException when it is none, or a wrong one
   */
  public List<SidecarTemplate> templates(TemplateContext context) {
    if (config == null) {
      return SidecarTemplate.read(source, context);
    }
    if (config.isNull()) {
      String message = "the ResourceList has no functionConfig, which is to be the template";
      throw new RefusedException(
          Diagnostic.error(Code.TEMPLATE_MISSING_KEY, message, listAt).helping(ADVICE));
    }
    if (config instanceof Value.Mapping mapping && !SidecarTemplate.isTemplate(mapping)) {
      Value kind = mapping.find("kind").orElse(config);
      String message =
          "functionConfig is " + describe(mapping) + ", where a SidecarTemplate is due";
      throw new RefusedException(
          Diagnostic.error(Code.TEMPLATE_KIND, message, kind.origin().orElse(null))
              .helping(ADVICE));
    }
    return List.of(SidecarTemplate.read(source, config, context));
  }

  private static String describe(Value.Mapping config) {
    String version = config.findText("apiVersion").orElse("");
    String kind = config.findText("kind").orElse("");
    return kind.isEmpty() ? "of no kind" : (kind + " " + version).strip();
  }

  /**
   * The configuration that it is; one that says nothing where it is something else.
   *
   * @throws RefusedException when it is a wrong one
   */
  public Configuration configuration() {
    if (config != null) {
      return isConfiguration(config)
          ? Configuration.read(source, (Value.Mapping) config)
          : Configuration.none();
    }
    for (YamlDocument document : YamlStream.of(source).documents()) {
      if (!document.isEmpty() && isConfiguration(document.value())) {
        return Configuration.read(source);
      }
    }
    return Configuration.none();
  }

  private static boolean isConfiguration(Value value) {
    return value instanceof Value.Mapping mapping
        && mapping.findText("kind").orElse("").equals(Configuration.KIND)
        && mapping.findText("apiVersion").orElse("").equals(Configuration.API_VERSION);
  }
}
