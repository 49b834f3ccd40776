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

/**
 * The templates of a run, and what fills them in.
 *
 * @param templates those that every workload is matched against, in order, without doubles
 * @param library where the templates are found that workloads ask for by name
 * @param given values for their parameters, from the command line and the project
 * @param images where their images come from
 */
public record TemplateOffer(
    List<SidecarTemplate> templates,
    TemplateLibrary library,
    GivenValues given,
    ImageMirrors images) {

  /** Takes a copy of the templates. */
  public TemplateOffer {
    templates = List.copyOf(templates);
  }

  /** One of the templates as a workload gets it; throws as {@link SidecarTemplate#render} does. */
  RenderedTemplate render(
      SidecarTemplate template, Map<String, Value> annotated, RenderContext context) {
    return images.applyTo(template.render(given.forTemplate(template), annotated, context));
  }
}
