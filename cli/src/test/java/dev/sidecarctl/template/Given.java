package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.ManifestFinding;
import dev.sidecarctl.kubernetes.ManifestFinding.Injectable;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tests of this package begin with. */
final class Given {

  /** The catalogue, and a version of its own. */
  static final TemplateContext CONTEXT =
      new Catalogue(
          path -> path.endsWith("version.txt") ? "1.4.2-SNAPSHOT\n" : CatalogueTest.resource(path));

  private Given() {}

  /** A template with some text below {@code spec}, written without indentation. */
  static SidecarTemplate template(String spec) {
    String text =
        "apiVersion: sidecarctl.dev/v1\nkind: SidecarTemplate\nmetadata: {name: logs}\nspec:\n"
            + spec.indent(2);
    return SidecarTemplate.read(new Source("t.yaml", text), CONTEXT).get(0);
  }

  /** A value in YAML. */
  static Value value(String yaml) {
    return YamlStream.of(new Source("m.yaml", yaml)).documents().get(0).value();
  }

  /** A workload in YAML. */
  static Workload workload(String yaml) {
    YamlStream stream = YamlStream.of(new Source("m.yaml", yaml));
    return ((Injectable)
            ManifestFinding.of(stream.documents().get(0), WorkloadKinds.builtIn()).get(0))
        .workload();
  }

  /** What the command line would say: {@code NAME=VALUE} each. */
  static Map<String, GivenValue> set(String... assignments) {
    Map<String, GivenValue> values = new LinkedHashMap<>();
    for (String assignment : assignments) {
      ParameterAssignment parsed = ParameterAssignment.parse(assignment).orElseThrow();
      values.put(parsed.parameter(), value(parsed.parameter(), parsed.value()));
    }
    return values;
  }

  static GivenValue value(String parameter, String text) {
    Source source = new Source("--set " + parameter, text);
    return new GivenValue(text, new Location(source, new Span(0, text.length())));
  }

  /** The context of a workload all of whose containers are the application's. */
  static RenderContext context(Workload workload, String namespace) {
    Value.Mapping spec = workload.pod().mapping("spec");
    return new RenderContext(
        workload,
        namespace,
        mappings(spec.sequence("containers")),
        mappings(spec.sequence("initContainers")),
        true);
  }

  private static List<Value.Mapping> mappings(Value.Sequence list) {
    List<Value.Mapping> mappings = new ArrayList<>();
    for (Value item : list.items()) {
      mappings.add((Value.Mapping) item);
    }
    return mappings;
  }
}
