package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderTest {
  private static final String WEB =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata: {name: web, namespace: shop}
      spec:
        template:
          spec:
            initContainers: [{name: prepare, image: "setup:1"}]
            containers:
              - {name: main, image: "web:1.2", ports: [{containerPort: 8080}, {containerPort: 9090}]}
              - {name: cache, image: redis}
      """;

  private static final String PARAMETERS =
      """
      parameters:
        - {name: text, default: hello}
        - {name: number, type: integer, default: 8080}
        - {name: share, type: number, default: 0.5}
        - {name: flag, type: boolean, default: true}
        - {name: memory, type: quantity, default: 64Mi}
        - {name: wait, type: duration, default: 30s}
      """;

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "image: $(params.text) | image: hello",
        "image: 'a/$(params.text):$(params.number)' | image: 'a/hello:8080'",
        "args: [$(params.number)] | args: ['8080']",
        "args: ['$(params.flag)'] | args: ['true']",
        "args: ['--wait=$(params.wait)'] | args: ['--wait=30s']",
        "command: [$(params.share)] | command: ['0.5']",
        "ports: [{containerPort: $(params.number)}] | ports: [{containerPort: 8080}]",
        "tty: $(params.flag) | tty: true",
        "livenessProbe: {httpGet: {port: $(params.number)}} | livenessProbe: {httpGet: {port: 8080}}",
        "livenessProbe: {httpGet: {port: $(params.text)}} | livenessProbe: {httpGet: {port: hello}}",
        "resources: {limits: {memory: $(params.memory)}} | resources: {limits: {memory: 64Mi}}",
        "resources: {limits: {cpu: $(params.share)}} | resources: {limits: {cpu: 0.5}}",
        "env: [{name: A, value: $(params.number)}] | env: [{name: A, value: '8080'}]",
        "args: ['$$(params.text)'] | args: ['$(params.text)']",
        "args: ['$(HOME) $(A.b) ${x} $$(HOME) $('] | args: ['$(HOME) $(A.b) ${x} $$(HOME) $(']",
        "args: ['$(params.text'] | args: ['$(params.text']",
        "args: [$(workload.kind)] | args: [Deployment]",
        "args: [$(workload.name).$(workload.namespace)] | args: [web.shop]",
        "args: [$(container.name), $(container.image), $(container.port)] | args: [main, 'web:1.2', '8080']",
        "ports: [{containerPort: $(container.port)}] | ports: [{containerPort: 8080}]",
      })
  void fillsInReferences(String line, String expected) {
    RenderedTemplate rendered = render(PARAMETERS + containerWith(line));
    Value.Mapping container = rendered.containers().get(0).value();
    String key = expected.substring(0, expected.indexOf(':'));
    assertThat(container.find(key).orElseThrow())
        .isEqualTo(((Value.Mapping) Given.value(expected)).find(key).orElseThrow());
  }

  private static String containerWith(String line) {
    String image = line.startsWith("image:") ? "" : "    image: busybox\n";
    return "containers:\n  - name: logs\n" + image + "    " + line + "\n";
  }

  @Test
  void neverLooksThroughAnInsertedText() {
    RenderedTemplate rendered =
        render(
            PARAMETERS + containerWith("args: ['$(params.text)']"),
            "text=$(params.number) $$(params.text)");
    assertThat(rendered.containers().get(0).value().sequence("args").items())
        .containsExactly(Value.text("$(params.number) $$(params.text)"));
  }

  @Test
  void keepsTheTemplatesPlaces() {
    RenderedTemplate rendered = render(PARAMETERS + containerWith("tty: $(params.flag)"));
    Value tty = rendered.containers().get(0).value().find("tty").orElseThrow();
    assertThat(tty.origin().orElseThrow().describe()).isEqualTo("t.yaml:15:12");
    assertThat(rendered.at().describe()).isEqualTo("t.yaml:3:18");
  }

  @Test
  void fillsInKeysOfMapsByStrings() {
    RenderedTemplate rendered =
        render(
            PARAMETERS
                + "pod:\n  metadata: {annotations: {'a/$(params.text)': $(params.number)}}\n"
                + "  spec: {nodeSelector: {$(params.text): $(workload.name)}}\n");
    assertThat(rendered.pod().value())
        .isEqualTo(
            Given.value(
                "{metadata: {annotations: {a/hello: '8080'}}, spec: {nodeSelector: {hello: web}}}"));
  }

  @Test
  void placesItems() {
    RenderedTemplate rendered =
        render(
            """
            placement: First
            sidecars: [{name: a, image: i}]
            containers: [{name: b, image: i, before: main}, {name: c, image: i, after: '$(container.name)'}]
            """);
    assertThat(rendered.sidecars().get(0).placement()).isEqualTo(new Placement.First());
    assertThat(rendered.containers().get(0).placement()).isEqualTo(new Placement.Before("main"));
    assertThat(rendered.containers().get(1).placement()).isEqualTo(new Placement.After("main"));
    assertThat(rendered.containers().get(1).value()).isEqualTo(Given.value("{name: c, image: i}"));
  }

  @Test
  void takesTheFirstContainerThatATargetMeans() {
    RenderedTemplate rendered =
        render(
            """
            parameters: [{name: app, default: cache}]
            containers: [{name: logs, image: i, args: ['$(container.name)']}]
            targets:
              - {containers: ['$(params.app)'], env: [{name: V, value: '$(container.name)'}]}
              - {initContainers: ['*'], env: [{name: V, value: '$(container.image)'}]}
              - {env: [{name: V, value: '$(container.name)'}]}
            """);
    assertThat(rendered.containers().get(0).value().sequence("args").items())
        .containsExactly(Value.text("cache"));
    assertThat(rendered.targets().get(0).selector())
        .isEqualTo(new TargetSelector(List.of("cache"), List.of()));
    assertThat(variable(rendered, 0)).contains("cache");
    assertThat(variable(rendered, 1)).contains("setup:1");
    assertThat(variable(rendered, 2)).contains("main");
  }

  private static String variable(RenderedTemplate rendered, int target) {
    Value first = rendered.targets().get(target).additions().sequence("env").items().get(0);
    return ((Value.Mapping) first).findText("value").orElseThrow();
  }

  @Test
  void prefersTheAnnotationToTheCommandLineToTheDefault() {
    SidecarTemplate template =
        Given.template(PARAMETERS + containerWith("args: ['$(params.text)']"));
    RenderContext context = Given.context(Given.workload(WEB), "shop");
    Map<String, Value> annotation = Map.of("text", Given.value("'annotated'"));
    assertThat(args(template.render(Map.of(), Map.of(), context))).contains("hello");
    assertThat(args(template.render(Given.set("text=given"), Map.of(), context))).contains("given");
    assertThat(args(template.render(Given.set("text=given"), annotation, context)))
        .contains("annotated");
  }

  private static String args(RenderedTemplate rendered) {
    return rendered.containers().get(0).value().sequence("args").toString();
  }

  @ParameterizedTest(name = "{0} {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "number | abc | parameter-value m.yaml:1:1 give a whole number such as 8080",
        "flag | 'yes' | parameter-value m.yaml:1:1 give true or false",
        "number | 8080 | parameter-value m.yaml:1:1 put it in quotes",
        "nunber | '1' | parameter-unknown m.yaml:1:1 did you mean number?",
      })
  void refusesAWrongAnnotation(String parameter, String value, String expected) {
    Map<String, Value> annotation = Map.of(parameter, Given.value(value));
    SidecarTemplate template = Given.template(PARAMETERS + containerWith("tty: true"));
    RenderContext context = Given.context(Given.workload(WEB), "shop");
    assertThat(refusals(() -> template.render(Map.of(), annotation, context)))
        .containsExactly(expected);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "containers: [{name: a, image: i, args: [$(workload.namespace)]}] | reference-value t.yaml:5:43 tell it with -n",
        "containers: [{name: a, image: i, args: [$(container.port)]}] | reference-value t.yaml:5:43 declare one under ports",
        "targets: [{containers: [x], env: [{name: A, value: $(container.name)}]}] | reference-value t.yaml:5:54 see the names under the target's containers",
      })
  void refusesAReferenceWithoutAValue(String line, String expected) {
    RenderContext context =
        Given.context(
            Given.workload("{apiVersion: v1, kind: Pod, spec: {containers: [{image: i}]}}"), "");
    SidecarTemplate template = Given.template(line + "\n");
    assertThat(refusals(() -> template.render(Map.of(), Map.of(), context)))
        .containsExactly(expected);
  }

  @Test
  void checksNamesOnceTheyAreFilledIn() {
    String spec =
        """
        parameters: [{name: q}]
        containers: [{name: '$(params.q)', image: i, ports: [{containerPort: 1, name: '$(params.q)'}]}]
        volumes: [{name: '$(params.q)'}, {name: a}]
        pod: {metadata: {labels: {'$(params.q)': b, a: c}}}
        """;
    assertThat(refusals(() -> render(spec, "q=A_b")))
        .extracting(line -> line.split(" ")[0] + " " + line.split(" ")[1])
        .containsExactly(
            "template-name t.yaml:6:23", "template-name t.yaml:6:81", "template-name t.yaml:7:20");
    assertThat(refusals(() -> render(spec, "q=a")))
        .extracting(line -> line.split(" ")[0] + " " + line.split(" ")[1])
        .containsExactly("template-duplicate t.yaml:7:43", "template-duplicate t.yaml:8:47");
  }

  @Test
  void asksForARequiredParameter() {
    assertThat(refusals(() -> render("parameters: [{name: token}]\nvolumes: [{name: a}]\n")))
        .containsExactly(
            "parameter-required t.yaml:5:23 pass --set logs.token=VALUE, set it in .sidecarctl.yaml,"
                + " or annotate the workload with logs.sidecarctl.dev/token");
  }

  private static RenderedTemplate render(String spec, String... set) {
    return Given.template(spec)
        .render(Given.set(set), Map.of(), Given.context(Given.workload(WEB), "shop"));
  }

  private static List<String> refusals(Runnable work) {
    RefusedException refusal = catchThrowableOfType(RefusedException.class, work::run);
    List<String> lines = new ArrayList<>();
    for (Diagnostic diagnostic : refusal.diagnostics()) {
      String place = diagnostic.place().orElseThrow().describe();
      lines.add(diagnostic.code().word() + " " + place + " " + diagnostic.help());
    }
    return lines;
  }
}
