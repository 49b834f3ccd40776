package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container without requests is not planned for, and one without a limit of memory may take the
 * node's. A limit of the processor is a matter of taste.
 */
public final class ContainerResources extends RenderedRule {

  @Override
  void check(RenderedTemplate rendered, Subject subject, Remarks remarks) {
    if (rendered.pod().value().mapping("spec").has("resources")) {
      return;
    }
    for (ContainerItem container : containers(rendered)) {
      List<String> missing = missing(container.value().mapping("resources"));
      if (!missing.isEmpty()) {
        Optional<Location> key = container.value().keyOrigin("resources");
        Value name = container.value().find("name").orElse(container.value());
        remarks.warn(
            Code.RESOURCES_UNSET,
            key.orElse(name.origin().orElse(null)),
            "container " + container.name() + " has no " + String.join(", no ", missing),
            "give it under resources, best by a parameter");
      }
    }
  }

  /** Where there is a limit alone, it is the request, too. */
  private static List<String> missing(Value.Mapping resources) {
    Value.Mapping requests = resources.mapping("requests");
    Value.Mapping limits = resources.mapping("limits");
    List<String> missing = new ArrayList<>();
    for (String resource : List.of("cpu", "memory")) {
      if (!requests.has(resource) && !limits.has(resource)) {
        missing.add("request for " + resource);
      }
    }
    if (!limits.has("memory")) {
      missing.add("limit of memory");
    }
    return missing;
  }
}
