package dev.sidecarctl.layout;

import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.Value.Kind;
import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Scalar;
import dev.sidecarctl.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Makes up manifests of workloads; their data alone. */
final class RandomManifest {
  private static final String[] TEXTS = {
    "a",
    "a b c",
    "",
    " lead",
    "trail ",
    "l1\nl2\n",
    "l1\n\nl2",
    "\n",
    "x\n\n\n",
    "  two\n lines\n",
    "tab\there",
    "\u00e9 e\u0301",
    "\uD83D\uDE00 ok",
    "yes",
    "0644",
    "a: b",
    "# no",
    "it's \"q\"",
    "back\\slash",
    "1e3",
    "12:30",
    "~",
    "https://x/?q=1,2",
    "a\u00a0b",
    "\u0085",
    "x\u2028y",
    "- a",
    "set -e\nexec \"$@\"\n",
    "long words that may well be folded at some blank",
    "{x}",
    "[y",
    "@z",
    "a\r\nb",
    "key: |\n  inner\n",
    "l1 \nl2",
    "\ttab",
    "\u007f",
    "%d",
    "!x",
    "&y",
    "*z",
    "=",
    "<<"
  };

  private final Random random;
  private int names;

  RandomManifest(Random random) {
    this.random = random;
  }

  Mapping next() {
    Mapping pod = new Entries().with("metadata", metadata()).with("spec", podSpec()).done();
    if (random.nextInt(3) == 0) {
      return head("v1", "Pod").with("metadata", named(metadata())).with("spec", podSpec()).done();
    }
    if (random.nextInt(3) == 0) {
      Mapping job =
          new Entries().with("spec", new Entries().with("template", never(pod)).done()).done();
      return head("batch/v1", "CronJob")
          .with("metadata", named(metadata()))
          .with(
              "spec",
              new Entries().with("schedule", text("* * * * *")).with("jobTemplate", job).done())
          .done();
    }
    Mapping spec =
        new Entries().with("replicas", number(1 + random.nextInt(9))).with("template", pod).done();
    return head("apps/v1", "Deployment")
        .with("metadata", named(metadata()))
        .with("spec", spec)
        .done();
  }

  /**
   * A Job's pod has a policy that a native sidecar needs to know of; it makes no difference here.
   */
  private static Mapping never(Mapping pod) {
    return pod.with("spec", pod.mapping("spec").with("restartPolicy", text("OnFailure")));
  }

  private Entries head(String version, String kind) {
    Entries head = new Entries();
    return random.nextInt(4) == 0
        ? head.with("kind", text(kind)).with("apiVersion", text(version))
        : head.with("apiVersion", text(version)).with("kind", text(kind));
  }

  private static Mapping named(Mapping metadata) {
    return metadata.with("name", text("web"));
  }

  private Mapping metadata() {
    Entries metadata = new Entries();
    if (random.nextBoolean()) {
      metadata.with("labels", new Entries().with("app", text("web")).done());
    }
    switch (random.nextInt(5)) {
      case 0 -> metadata.with("annotations", Mapping.empty());
      case 1 -> metadata.with("annotations", Value.nothing());
      case 2, 3 -> metadata.with("annotations", texts());
      default -> {}
    }
    return metadata.done();
  }

  private Mapping texts() {
    Entries entries = new Entries();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String key =
          random.nextInt(6) == 0 ? "k " + someText().replace('\n', '_') : "example.com/k" + i;
      entries.with(key, text(someText()));
    }
    return entries.done();
  }

  private Mapping podSpec() {
    Entries spec = new Entries();
    if (random.nextInt(4) == 0) {
      spec.with("hostNetwork", new Scalar(Kind.BOOLEAN, "false", null));
    }
    List<Value> containers = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      containers.add(container());
    }
    Sequence volumes = Sequence.of(List.of(volume("data"), volume("logs")));
    if (random.nextInt(4) == 0) {
      spec.with("volumes", volumes);
    }
    if (random.nextInt(4) == 0) {
      spec.with("initContainers", Sequence.of(List.of(container())));
    }
    spec.with("containers", Sequence.of(containers));
    switch (random.nextInt(6)) {
      case 0 -> spec.withNew("volumes", Sequence.empty());
      case 1 -> spec.withNew("volumes", Value.nothing());
      case 2 -> spec.withNew("volumes", volumes);
      case 3 -> spec.with("nodeSelector", texts());
      default -> {}
    }
    return spec.done();
  }

  private static Mapping volume(String name) {
    Mapping source =
        name.equals("data") ? Mapping.empty() : new Entries().with("medium", text("Memory")).done();
    return new Entries().with("name", text(name)).with("emptyDir", source).done();
  }

  private Mapping container() {
    Entries container =
        new Entries().with("name", text("c" + names++)).with("image", text("busybox:1.37"));
    if (random.nextBoolean()) {
      container.with("args", Sequence.of(List.of(text(someText()), text(someText()))));
    }
    switch (random.nextInt(6)) {
      case 0 -> container.with("env", Sequence.empty());
      case 1 -> container.with("env", Value.nothing());
      case 2, 3 -> container.with("env", variables());
      default -> {}
    }
    if (random.nextBoolean()) {
      Mapping limits = new Entries().with("memory", text("64Mi")).done();
      Entries resources = new Entries().with("limits", limits);
      if (random.nextBoolean()) {
        resources.with("requests", limits.with("cpu", number(1)));
      }
      container.with("resources", resources.done());
    }
    if (random.nextInt(3) == 0) {
      Mapping mount =
          new Entries().with("name", text("data")).with("mountPath", text("/data")).done();
      container.with("volumeMounts", Sequence.of(List.of(mount)));
    }
    if (random.nextInt(4) == 0) {
      Mapping port = new Entries().with("containerPort", number(8000 + names)).done();
      container.with("ports", Sequence.of(List.of(port)));
    }
    return container.done();
  }

  private Sequence variables() {
    List<Value> variables = new ArrayList<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      Mapping variable =
          new Entries().with("name", text("V" + i)).with("value", text(someText())).done();
      variables.add(variable);
    }
    return Sequence.of(variables);
  }

  private String someText() {
    return TEXTS[random.nextInt(TEXTS.length)];
  }

  static Value text(String text) {
    return Value.text(text);
  }

  private static Value number(int number) {
    return new Scalar(Kind.INTEGER, String.valueOf(number), null);
  }

  /** A mapping in the making. */
  private static final class Entries {
    private final Map<String, Value> entries = new LinkedHashMap<>();

    Entries with(String key, Value value) {
      entries.put(key, value);
      return this;
    }

    Entries withNew(String key, Value value) {
      entries.putIfAbsent(key, value);
      return this;
    }

    Mapping done() {
      return Mapping.of(entries);
    }
  }
}
