package dev.sidecarctl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.EjectionRequest;
import dev.sidecarctl.inject.Ejector;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.inject.InjectionRequest;
import dev.sidecarctl.inject.Injector;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.SourceReader;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** How the generator ends its comments. */
  private static final Pattern COMMENT = Pattern.compile(" c[0-9]+(?=\\s)");

  private static final InjectionRequest FIRST = request("1");
  private static final InjectionRequest SECOND = request("2");

  private final LayoutSample sample;
  private final Source source;

  LayoutLaws(LayoutSample sample) {
    this.sample = sample;
    this.source = SourceReader.read("a.yaml", sample.bytes());
  }

  private static InjectionRequest request(String version) {
    Source text = new Source("side.yaml", TEMPLATE.formatted(version));
    return new InjectionRequest(
        SidecarTemplate.read(text),
        name -> {
          throw new IllegalArgumentException(name);
        },
        Map.of(),
        KubernetesVersion.NEWEST,
        ConflictPolicies.none(),
        "",
        false,
        false);
  }

  /**
   * Checks them all.
   *
   * @return the code of the refusal where the text cannot be edited; empty if it was
   */
  String check() {
    assertThat(workload(source)).isEqualTo(sample.data());
    Injection injected = Injector.inject(source, FIRST);
    if (injected.refused()) {
      return refusal(injected);
    }
    assertThat(workload(injected.after()))
        .isEqualTo(ExpectedPod.of(sample.data(), "1", record(injected)));
    assertThat(comments(injected.after())).containsSubsequence(comments(source));
    assertThat(Injector.inject(injected.after(), FIRST).changed()).as("changed again").isFalse();
    expect("ejected", eject(injected.after()), source);
    Injection fresh = Injector.inject(source, SECOND);
    Injection upgraded = Injector.inject(injected.after(), SECOND);
    if (upgraded.refused()) {
      return "upgrade: " + refusal(upgraded);
    }
    expect("upgraded", upgraded.after(), fresh.after());
    expect("ejected after the upgrade", eject(upgraded.after()), source);
    return "";
  }

  private static String refusal(Injection refused) {
    for (Diagnostic diagnostic : refused.diagnostics()) {
      if (diagnostic.isError()) {
        return diagnostic.code().word();
      }
    }
    throw new IllegalStateException("refused without a word");
  }

  private static void expect(String law, Source is, Source expected) {
    assertThat(is.text()).as(law).isEqualTo(expected.text());
  }

  private static Source eject(Source injected) {
    Injection ejected = Ejector.eject(injected, new EjectionRequest(List.of(), false, false));
    assertThat(ejected.refused()).as("eject is refused: %s", ejected.diagnostics()).isFalse();
    return ejected.after();
  }

  private static String record(Injection injected) {
    Value.Mapping metadata = workload(injected.after()).mapping("metadata");
    return metadata.mapping("annotations").findText("sidecarctl.dev/status").orElseThrow();
  }

  /** The comments that the generator numbered; they come out in order. */
  private static List<String> comments(Source text) {
    List<String> found = new ArrayList<>();
    Matcher comment = COMMENT.matcher(text.text());
    while (comment.find()) {
      found.add(comment.group());
    }
    return found;
  }

  private static Value.Mapping workload(Source text) {
    for (YamlDocument document : YamlStream.of(text).documents()) {
      if (document.value() instanceof Value.Mapping mapping
          && !mapping.findText("kind").orElse("ConfigMap").equals("ConfigMap")) {
        return mapping;
      }
    }
    throw new IllegalStateException("no workload");
  }
}
