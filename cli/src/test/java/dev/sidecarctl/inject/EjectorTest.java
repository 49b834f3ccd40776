package dev.sidecarctl.inject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.project.WarningRules;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.text.Source;
import java.util.List;
import org.junit.jupiter.api.Test;

class EjectorTest {
  private static final String BARE =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
      spec:
        containers:
          - name: web
            image: web:1
      """;

  private static final String INJECTED =
      """
      apiVersion: v1
      kind: Pod
      metadata:
        name: web
        annotations:
          sidecarctl.dev/status: '{"templates":{"a":{"added":{"spec/hostname":"6d0e509e"}},\
      "b":{"added":{"spec/subdomain":"4623035d"}}},"v":1}'
      spec:
        containers:
          - name: web
            image: web:1
        hostname: a
        subdomain: b
      """;

  private static Injection eject(String text, String... templates) {
    return Ejector.eject(new Source("web.yaml", text), request(List.of(templates), false, false));
  }

  private static EjectionRequest request(
      List<String> templates, boolean skipUnrendered, boolean kustomizePatch) {
    return new EjectionRequest(
        templates,
        ConflictPolicies.none(),
        new SourceSettings(
            skipUnrendered,
            kustomizePatch,
            false,
            false,
            WorkloadKinds.builtIn(),
            WarningRules.none()));
  }

  private static String outcome(Injection injection) {
    assertThat(injection.workloads()).hasSize(1);
    Outcome outcome = injection.workloads().get(0).outcome();
    return outcome.verb() + " " + outcome.detail();
  }

  @Test
  void takesOutAllOrThoseThatAreNamed() {
    assertThat(outcome(eject(INJECTED))).isEqualTo("removed a, b");
    assertThat(eject(INJECTED).after().text()).isEqualTo(BARE);
    assertThat(outcome(eject(INJECTED, "b", "c"))).isEqualTo("removed b");
    assertThat(eject(INJECTED, "b").after().text())
        .contains("hostname: a")
        .doesNotContain("{\"b\"");
    assertThat(eject(INJECTED, "b").after().text()).doesNotContain("subdomain");
  }

  @Test
  void saysWhyItLeavesAWorkloadAlone() {
    assertThat(outcome(eject(BARE))).isEqualTo("skipped nothing was injected");
    assertThat(outcome(eject(BARE, "a"))).isEqualTo("skipped carries no a");
    assertThat(outcome(eject(INJECTED, "c", "d"))).isEqualTo("skipped carries no c, d");
    assertThat(eject(INJECTED, "c").changed()).isFalse();
  }

  @Test
  void passesOverPatchesOfAKustomization() {
    Injection injection =
        Ejector.eject(new Source("web.yaml", INJECTED), request(List.of(), false, true));
    assertThat(outcome(injection)).startsWith("skipped");
    assertThat(injection.changed()).isFalse();
  }

  @Test
  void passesOverHelmSourceOnDemand() {
    String helm = "apiVersion: v1\nkind: Pod\n{{- if .Values.metadata }}\n";
    Source source = new Source("pod.yaml", helm);
    assertThat(Ejector.eject(source, request(List.of(), false, false)).refused()).isTrue();
    assertThat(Ejector.eject(source, request(List.of(), true, false)).refused()).isFalse();
  }
}
