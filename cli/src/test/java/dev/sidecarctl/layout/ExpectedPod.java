package dev.sidecarctl.layout;

import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The test's own idea of an injected manifest: maps and lists, and nothing of the product's. */
final class ExpectedPod {
  private ExpectedPod() {}

  static Mapping of(Mapping manifest, String version, String record) {
    Mapping metadata = manifest.mapping("metadata");
    Mapping annotations =
        metadata.mapping("annotations").with("sidecarctl.dev/status", Value.text(record));
    Mapping told = manifest.with("metadata", metadata.with("annotations", annotations));
    return switch (manifest.findText("kind").orElseThrow()) {
      case "Pod" -> told.with("spec", spec(manifest.mapping("spec"), version));
      case "CronJob" -> {
        Mapping spec = told.mapping("spec");
        Mapping job = spec.mapping("jobTemplate");
        yield told.with(
            "spec",
            spec.with("jobTemplate", job.with("spec", template(job.mapping("spec"), version))));
      }
      default -> told.with("spec", template(told.mapping("spec"), version));
    };
  }

  private static Mapping template(Mapping owner, String version) {
    Mapping template = owner.mapping("template");
    return owner.with("template", template.with("spec", spec(template.mapping("spec"), version)));
  }

  private static Mapping spec(Mapping spec, String version) {
    Mapping mount = entry("name", "side-" + version).with("mountPath", Value.text("/side"));
    List<Value> containers = new ArrayList<>();
    for (Value container : spec.sequence("containers").items()) {
      Mapping mounted = appended((Mapping) container, "volumeMounts", mount);
      containers.add(
          appended(mounted, "env", entry("name", "SIDE").with("value", Value.text("yes"))));
    }
    Value arguments =
        Sequence.of(List.of(Value.text("-c"), Value.text("a: b\n# c\n"), Value.text(version)));
    Mapping sidecar =
        entry("name", "side")
            .with("image", Value.text("side:" + version))
            .with("restartPolicy", Value.text("Always"))
            .with("args", arguments)
            .with("volumeMounts", Sequence.of(List.of(mount)));
    Mapping volume = entry("name", "side-" + version).with("emptyDir", Mapping.empty());
    Mapping filled = spec.with("containers", Sequence.of(containers));
    return appended(appended(filled, "volumes", volume), "initContainers", sidecar);
  }

  private static Mapping appended(Mapping owner, String list, Value item) {
    List<Value> items = new ArrayList<>(owner.sequence(list).items());
    items.add(item);
    return owner.with(list, Sequence.of(items));
  }

  private static Mapping entry(String key, String value) {
    return Mapping.empty().with(key, Value.text(value));
  }
}
