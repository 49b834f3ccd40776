package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.kubernetes.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which workloads a template selects, and the reason where it does not: {@code -} for a match. */
class MatchTest {
  private static final String WEB =
      """
      apiVersion: %s
      kind: %s
      metadata: {name: web-1}
      spec: {template: {metadata: {labels: {app: web, tier: front}}, spec: {containers: [{image: a}]}}}
      """;

  @ParameterizedTest(name = "{0}, namespace {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      emptyValue = "",
      value = {
        "{} | '' | -",
        "{kinds: [Deployment]} | '' | -",
        "{kinds: ['*']} | '' | -",
        "{kinds: [Job, Pod]} | '' | kind Deployment is not among Job, Pod",
        "{kinds: [Rollout.argoproj.io]} | '' | kind Deployment is not among Rollout.argoproj.io",
        "{names: ['web-*']} | '' | -",
        "{names: [api, 'web-?']} | '' | -",
        "{names: [web]} | '' | its name does not match web",
        "{namespaces: [shop]} | shop | -",
        "{namespaces: ['sh*']} | shop | -",
        "{namespaces: [bar]} | shop | namespace shop does not match bar",
        "{namespaces: ['*']} | '' | -",
        "{namespaces: ['s*']} | '' | it names no namespace, and the template asks for s* (-n tells one)",
        "{excludedNamespaces: ['kube-*']} | kube-system | namespace kube-system is excluded by kube-*",
        "{excludedNamespaces: ['kube-*']} | shop | -",
        "{excludedNamespaces: ['kube-*']} | '' | -",
        "{excludedNamespaces: ['*']} | '' | every namespace is excluded",
        "{labelSelector: {matchLabels: {app: web}}} | '' | -",
        "{labelSelector: {matchLabels: {app: api}}} | '' | its label app is \"web\", not api",
        "{labelSelector: {matchLabels: {a: b}}} | '' | it has no label a",
        "{kinds: [Deployment], names: [x]} | '' | its name does not match x",
      })
  void selectsWorkloads(String match, String namespace, String reason) {
    assertThat(mismatch(match, namespace, WEB.formatted("apps/v1", "Deployment")))
        .isEqualTo(reason);
  }

  /** The verdicts are those of Kubernetes' labels.Selector. */
  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{key: app, operator: In, values: [web, api]} | -",
        "{key: app, operator: In, values: [api, db]} | its label app is \"web\", not api or db",
        "{key: x, operator: In, values: [a]} | it has no label x",
        "{key: app, operator: NotIn, values: [api]} | -",
        "{key: app, operator: NotIn, values: [web]} | its label app is \"web\"",
        "{key: x, operator: NotIn, values: [a]} | -",
        "{key: app, operator: Exists} | -",
        "{key: x, operator: Exists} | it has no label x",
        "{key: x, operator: DoesNotExist} | -",
        "{key: app, operator: DoesNotExist} | it has the label app",
      })
  void judgesExpressionsAsKubernetesDoes(String expression, String reason) {
    String match = "{labelSelector: {matchExpressions: [" + expression + "]}}";
    assertThat(mismatch(match, "", WEB.formatted("apps/v1", "Deployment"))).isEqualTo(reason);
  }

  @Test
  void tellsKindsOfOtherGroupsApart() {
    String rollout = WEB.formatted("argoproj.io/v1alpha1", "Rollout");
    assertThat(mismatch("{kinds: [Rollout.argoproj.io]}", "", rollout)).isEqualTo("-");
    String kruise = WEB.formatted("apps.kruise.io/v1beta1", "StatefulSet");
    assertThat(mismatch("{kinds: [StatefulSet]}", "", kruise))
        .isEqualTo("kind StatefulSet.apps.kruise.io is not among StatefulSet");
  }

  @Test
  void knowsWhetherItWaitsToBeAskedFor() {
    assertThat(Given.template("match: {policy: OptIn}\nvolumes: [{name: a}]\n").isOptIn()).isTrue();
    assertThat(Given.template("volumes: [{name: a}]\n").isOptIn()).isFalse();
  }

  private static String mismatch(String match, String namespace, String manifest) {
    SidecarTemplate template = Given.template("match: " + match + "\nvolumes: [{name: a}]\n");
    Workload workload = Given.workload(manifest);
    return template.mismatch(workload, workload.pod(), namespace).orElse("-");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "*, anything, true",
    "*, '', true",
    "web-*, web-, true",
    "web-*, web, false",
    "*-web, a-b-web, true",
    "a*b*c, aXbXbXc, true",
    "a*b*c, aXcXb, false",
    "w?b, web, true",
    "w?b, wb, false",
    "[a-c]x, bx, true",
    "[a-c]x, dx, false",
    "[!a-c]x, dx, true",
    "[^a-c]x, ax, false",
    "[abc-], -, true",
    "[]a], ], true",
    "web, web, true",
    "web, webs, false",
    "a.b, axb, false",
  })
  void matchesGlobs(String glob, String text, boolean expected) {
    assertThat(Glob.matches(glob, text)).isEqualTo(expected);
  }

  @Test
  void matchesGlobsInReasonableTime() {
    assertThat(Glob.matches("*a".repeat(50) + "b", "a".repeat(5000))).isFalse();
  }

  @ParameterizedTest(name = "containers {0}, init {1}: {2} {3} {4} -> {5}")
  @CsvSource({
    "'', '', web, false, true, true",
    "'', '', web, true, true, false",
    "'', '', envoy, false, false, false",
    "*, '', web, false, true, true",
    "*, '', prep, true, true, false",
    "*, '', envoy, false, false, false",
    "envoy, '', envoy, false, false, true",
    "env*, '', envoy, false, false, false",
    "web, '', cache, false, true, false",
    "'', *, web, false, true, false",
    "'', *, prep, true, true, true",
    "'', *, envoy, true, false, false",
    "'', envoy, envoy, true, false, true",
    "web, prep, web, false, true, true",
    "web, prep, prep, true, true, true",
    "web, prep, prep, false, true, false",
  })
  void selectsContainers(
      String containers, String inits, String name, boolean init, boolean app, boolean expected) {
    assertThat(new TargetSelector(list(containers), list(inits)).selects(name, init, app))
        .isEqualTo(expected);
  }

  private static java.util.List<String> list(String text) {
    return text.isEmpty() ? java.util.List.of() : java.util.List.of(text);
  }
}
