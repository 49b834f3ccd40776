package dev.sidecarctl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.cases.ToolRun;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What holds for a manifest in whatever layout. */
final class LayoutLaws {
  private static final String TEMPLATE =
      """
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata: {name: side}
      spec:
        version: "%1$s"
        sidecars:
          - name: side
            image: "side:%1$s"
            args: ["-c", "a: b\\n# c\\n", "%1$s"]
            volumeMounts: [{name: side-%1$s, mountPath: /side}]
        volumes:
          - {name: side-%1$s, emptyDir: {}}
        targets:
          - volumeMounts: [{name: side-%1$s, mountPath: /side}]
            env: [{name: SIDE, value: "yes"}]
      """;

  private static final Pattern ERROR = Pattern.compile("error\\[([a-z0-9-]+)]");

  /** How the generator ends its comments. */
  private static final Pattern COMMENT = Pattern.compile(" c[0-9]+(?=\\s)");

  private final LayoutSample sample;
  private final Path folder;

  /**
   * @param folder to work in; see {@link #prepare}
   */
  LayoutLaws(LayoutSample sample, Path folder) {
    this.sample = sample;
    this.folder = folder;
  }

  /** Puts the two versions of the template into a folder. */
  static void prepare(Path folder) throws IOException {
    for (String version : List.of("1", "2")) {
      Files.writeString(folder.resolve(template(version)), TEMPLATE.formatted(version));
    }
  }

  private static String template(String version) {
    return "side-" + version + ".yaml";
  }

  /**
   * Checks them all.
   *
   * @return the code of the refusal where the text cannot be edited; empty if it was
   */
  String check() throws IOException {
    assertThat(workload(sample.text())).isEqualTo(sample.data());
    ToolRun first = inject(sample.text(), "1");
    if (first.status() != 0) {
      return refusal(first);
    }
    String injected = text(first);
    assertThat(workload(injected)).isEqualTo(ExpectedPod.of(sample.data(), "1", record(injected)));
    assertThat(comments(injected)).containsSubsequence(comments(sample.text()));
    expect("injected twice", inject(injected, "1"), injected);
    expect("ejected", eject(injected), sample.text());
    ToolRun upgraded = inject(injected, "2");
    expect("upgraded", upgraded, text(inject(sample.text(), "2")));
    expect("ejected after the upgrade", eject(text(upgraded)), sample.text());
    return "";
  }

  private static String refusal(ToolRun refused) {
    Matcher error = ERROR.matcher(refused.err());
    return error.find() ? error.group(1) : refused.err();
  }

  private static void expect(String law, ToolRun run, String expected) {
    assertThat(run.status()).as(law + ": " + run.err()).isZero();
    assertThat(text(run)).as(law).isEqualTo(expected);
  }

  private static String text(ToolRun run) {
    return new String(run.out(), StandardCharsets.UTF_8);
  }

  private ToolRun inject(String text, String version) throws IOException {
    return run(text, "inject", "-t", "./" + template(version));
  }

  private ToolRun eject(String text) throws IOException {
    return run(text, "eject");
  }

  private ToolRun run(String text, String... arguments) throws IOException {
    Files.writeString(folder.resolve("input.yaml"), text);
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("input.yaml");
    if (arguments[0].equals("inject")) {
      // These manifests are about layout and ownership, and no API server would take them.
      line.addAll(List.of("--validate", "ignore"));
    }
    return ToolRun.of(folder, line);
  }

  private static String record(String injected) {
    Value.Mapping metadata = workload(injected).mapping("metadata");
    return metadata.mapping("annotations").findText("sidecarctl.dev/status").orElseThrow();
  }

  /** The comments that the generator numbered; they come out in order. */
  private static List<String> comments(String text) {
    List<String> found = new ArrayList<>();
    Matcher comment = COMMENT.matcher(text);
    while (comment.find()) {
      found.add(comment.group());
    }
    return found;
  }

  private static Value.Mapping workload(String text) {
    for (YamlDocument document : YamlStream.of(new Source("input.yaml", text)).documents()) {
      if (document.value() instanceof Value.Mapping mapping
          && !mapping.findText("kind").orElse("ConfigMap").equals("ConfigMap")) {
        return mapping;
      }
    }
    throw new IllegalStateException("no workload");
  }
}
