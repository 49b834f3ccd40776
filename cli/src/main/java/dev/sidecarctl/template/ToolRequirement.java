package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/** Holds {@code requires.sidecarctl} against the version of this program. */
final class ToolRequirement {
  private final TemplateContext context;
  private final Problems problems;

  ToolRequirement(TemplateContext context, Problems problems) {
    this.context = context;
    this.problems = problems;
  }

  /** Whether a template is for this program; what speaks against it goes to the problems. */
  boolean holds(Value.Mapping document) {
    Optional<Value> said = document.mapping("spec").mapping("requires").find("sidecarctl");
    if (said.isEmpty() || said.get().asText().isEmpty()) {
      return true;
    }
    String text = said.get().asText().get();
    Optional<VersionRange> range = VersionRange.parse(text);
    if (range.isEmpty()) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "\"" + text + "\" is no range of versions",
          said.get(),
          "write \">=1.2\", or \">=1.2 <2\"");
      return false;
    }
    String version = context.toolVersion();
    boolean admits = range.get().admits(version);
    if (!admits) {
      problems.add(
          Code.TOOL_VERSION,
          "the template is for sidecarctl " + text + ", and this is " + version,
          said.get(),
          "use such a version, or another version of the template");
    }
    return admits;
  }
}
