package dev.sidecarctl.inject;

import dev.sidecarctl.project.ImageMirrors;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.RenderContext;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.TemplateLibrary;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The templates of a run, and what fills them in. */
public final class TemplateOffer {
  private final List<SidecarTemplate> templates;
  private final TemplateLibrary library;
  private final GivenValues given;
  private final ImageMirrors images;

  /** Those that all workloads get alike, once they are filled in. */
  private final Map<SidecarTemplate, RenderedTemplate> alike = new ConcurrentHashMap<>();

  /**
   * @param templates those that every workload is matched against, in order, without doubles
   * @param library where the templates are found that workloads ask for by name
   * @param given values for their parameters, from the command line and the project
   * @param images where their images come from
   */
  public TemplateOffer(
      List<SidecarTemplate> templates,
      TemplateLibrary library,
      GivenValues given,
      ImageMirrors images) {
    this.templates = List.copyOf(templates);
    this.library = library;
    this.given = given;
    this.images = images;
  }

  /** Those that every workload is matched against, in order. */
  public List<SidecarTemplate> templates() {
    return templates;
  }

  /** Where the templates are found that workloads ask for by name. */
  public TemplateLibrary library() {
    return library;
  }

  /** Values for their parameters, from the command line and the project. */
  public GivenValues given() {
    return given;
  }

  /** One of the templates as a workload gets it; throws as {@link SidecarTemplate#render} does. */
  RenderedTemplate render(
      SidecarTemplate template, Map<String, Value> annotated, RenderContext context) {
    boolean same = template.isSameForAll() && annotated.isEmpty();
    RenderedTemplate known = same ? alike.get(template) : null;
    if (known != null) {
      return known;
    }
    RenderedTemplate rendered =
        images.applyTo(template.render(given.forTemplate(template), annotated, context));
    if (same) {
      alike.put(template, rendered);
    }
    return rendered;
  }
}
