package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls by kustomize, as it makes them; {@code .ci/hosts} has the real one make them. */
class HostCallTest extends ToolFixture {
  private static final String TEMPLATE_OF_KUSTOMIZE =
      """
      apiVersion: sidecarctl.dev/v1
      kind: SidecarTemplate
      metadata:
        annotations:
          config.kubernetes.io/function: |
            exec: {path: sidecarctl}
          config.kubernetes.io/local-config: "true"
        name: logger
      spec:
        volumes:
        - name: logs
          emptyDir: {}
      """;
  private static final String HEAD =
      """
      apiVersion: config.kubernetes.io/v1
      kind: ResourceList
      items:
      """;
  private static final String SERVICE =
      """
      - apiVersion: v1
        kind: Service
        metadata:
          name: web
      """;
  private static final String POD =
      """
      - apiVersion: v1
        kind: Pod
        metadata:
          annotations:
            internal.config.kubernetes.io/index: "1"
      %s    name: web
          namespace: shop
        spec:
          containers:
          - image: web:1.0
            name: web
          volumes: []
      """;
  private static final String POD_INJECTED =
      POD.formatted(
              "      sidecarctl.dev/status: '{\"templates\":{\"logger\":{\"added\":"
                  + "{\"spec/volumes/logs\":{\"emptyDir\":\"a3a6bf43\"}}}},\"v\":1}'\n")
          .replace("volumes: []\n", "volumes:\n    - name: logs\n      emptyDir: {}\n");
  private static final String PLACES =
      "sidecarctl: these lines are those of the copy that the host made of manifests and template,"
          + " without comments and with sorted keys\n";

  /** The tool as shipped. */
  private Ran host(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings around = new Surroundings(in, out, err, environment, folder, false, false, false);
    ExitStatus status = new CommandLineTool().run(List.of(arguments), around);
    return new Ran(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String config(String text) {
    return "functionConfig:\n" + text.indent(2);
  }

  @Test
  void aFunctionInjectsTheItemsAndRecordsNoText() {
    String config = config(TEMPLATE_OF_KUSTOMIZE);
    standardInput(HEAD + SERVICE + POD.formatted("") + config);

    host()
        .ends(ExitStatus.DONE)
        .prints(HEAD + SERVICE + POD_INJECTED + config)
        .says("<stdin>: Pod shop/web: injected logger");
    standardInput(HEAD + SERVICE + POD_INJECTED + config);
    host().ends(ExitStatus.DONE).prints(HEAD + SERVICE + POD_INJECTED + config);
  }

  @Test
  void aFunctionLeavesTheNamesOfOtherTemplatesToTheirOwnCalls() {
    String word = "      sidecarctl.dev/inject: logger,another\n";
    String config = config(TEMPLATE_OF_KUSTOMIZE);
    standardInput(HEAD + POD.formatted(word) + config);

    assertThat(host().ends(ExitStatus.DONE).out()).contains("- name: logs\n");
    standardInput(HEAD + POD.formatted("      sidecarctl.dev/inject: another\n") + config);
    host()
        .ends(ExitStatus.DONE)
        .says("skipped (logger: annotation sidecarctl.dev/inject does not name");
  }

  @Test
  void aFunctionThatRefusesSaysSoTwice() {
    String list =
        HEAD
            + POD.formatted("").replace("volumes: []", "volumes: [{name: logs, hostPath: {}}]")
            + config(TEMPLATE_OF_KUSTOMIZE);
    standardInput(list);

    host()
        .ends(ExitStatus.REFUSED)
        .says("error[volume-conflict]", "--> <stdin>:15:15", PLACES)
        .prints(
            list
                + """
                results:
                - message: volume "logs" is already defined, with another source [volume-conflict]; \
                rename the template's volume, or the pod's; or pass --on-conflict keep or replace
                  severity: error
                  resourceRef:
                    apiVersion: v1
                    kind: Pod
                    name: web
                    namespace: shop
                  field:
                    path: spec.volumes[0]
                """);
  }

  @Test
  void whatIsWrongWithTheTemplateIsAResultAboutTheTemplate() {
    standardInput(HEAD + SERVICE + config(TEMPLATE_OF_KUSTOMIZE.replace("spec:", "spec:\n  x: 1")));

    Ran ran = host().ends(ExitStatus.REFUSED).says("error[template-unknown-key]", PLACES);
    assertThat(ran.out())
        .endsWith(
            """
              severity: error
              resourceRef:
                apiVersion: sidecarctl.dev/v1
                kind: SidecarTemplate
                name: logger
              field:
                path: spec.x
            """);
  }

  @Test
  void aFunctionWithoutATemplateIsRefused() {
    standardInput(HEAD + SERVICE + config("apiVersion: v1\nkind: ConfigMap\n"));
    host()
        .ends(ExitStatus.REFUSED)
        .says(
            "error[template-kind]: functionConfig is ConfigMap v1, where a SidecarTemplate is due")
        .says("--> <stdin>:10:9", "transformers:");

    standardInput(HEAD + SERVICE);
    host()
        .ends(ExitStatus.REFUSED)
        .says("error[template-missing-key]: the ResourceList has no functionConfig");
  }

  @Test
  void withoutACommandAnythingElseIsWrongUsage() {
    standardInput("kind: ResourceList\n");
    host().isUsageError().says("no command", "inject -f -");
    standardInput("");
    host().ends(ExitStatus.USAGE).prints("").says("Usage: sidecarctl");
    standardInput("apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems: [\n");
    host().ends(ExitStatus.REFUSED).says("error[yaml-syntax]");
  }

  @Test
  void aPluginGetsItsTemplateAsAFileAndPassesEveryDocumentOn() throws Exception {
    environment.put("KUSTOMIZE_PLUGIN_CONFIG_ROOT", folder.toString());
    String path = file("config-123", TEMPLATE_OF_KUSTOMIZE).toString();
    String service = SERVICE.replaceAll("(?m)^..", "");
    standardInput(service + "---\n" + POD.formatted("").replaceAll("(?m)^..", ""));

    host(path)
        .ends(ExitStatus.DONE)
        .prints(service + "---\n" + POD_INJECTED.replaceAll("(?m)^..", ""));
    standardInput("");
    host(path).ends(ExitStatus.DONE).prints("");
  }

  @Test
  void aPluginThatRefusesPrintsNothing() throws Exception {
    environment.put("KUSTOMIZE_PLUGIN_CONFIG_ROOT", folder.toString());
    String path =
        file("config-123", TEMPLATE_OF_KUSTOMIZE.replace("name: logger", "name: a.b")).toString();
    standardInput("apiVersion: v1\nkind: Service\n");

    host(path)
        .ends(ExitStatus.REFUSED)
        .prints("")
        .says("error[template-name]", "--> <template>:8:9", PLACES);
    host(folder.resolve("missing").toString()).ends(ExitStatus.FAILED).says("cannot read");
    assertThat(host("inject").isUsageError().err()).contains("no input");
  }

  @Test
  void aFunctionTakesOptions() {
    String config =
        config(TEMPLATE_OF_KUSTOMIZE.replace("spec:", "spec:\n  parameters:\n  - name: port"))
            .replace("emptyDir: {}", "hostPath:\n        path: /$(params.port)");
    standardInput(HEAD + POD.formatted("") + config);

    assertThat(host("inject", "--set", "port=80").ends(ExitStatus.DONE).out())
        .contains("path: /80\n");
    standardInput(HEAD + POD.formatted("") + config);
    host("inject", "--set", "prot=80").ends(ExitStatus.USAGE).prints("").says("did you mean port?");
  }

  @Test
  void whatNamesFilesIsNoFunction() {
    standardInput(HEAD + POD.formatted("") + config(TEMPLATE_OF_KUSTOMIZE));
    host("inject", "-t", "sidecar-logger").isUsageError().says("no input");
    standardInput("kind: Pod\n");
    host("inject").isUsageError().says("no input", "add -f -");
    host("validate").isUsageError().says("no input");
  }

  @Test
  void aValidatorPrintsNothing() {
    standardInput(HEAD + SERVICE + POD.formatted("") + config(TEMPLATE_OF_KUSTOMIZE));
    host("validate").ends(ExitStatus.REFUSED).prints("").says("spec.ports: Required value");

    standardInput(HEAD + POD.formatted("") + config(TEMPLATE_OF_KUSTOMIZE));
    assertThat(host("validate").ends(ExitStatus.DONE).prints("").err()).isEmpty();
  }

  @Test
  void aValidatorMayHaveAConfiguration() {
    String config =
        """
        apiVersion: sidecarctl.dev/v1
        kind: Configuration
        metadata:
          name: checks
        podSecurity: restricted
        """;
    standardInput(HEAD + POD.formatted("") + config(config));
    host("validate").ends(ExitStatus.REFUSED).prints("").says("error[pod-security]");

    standardInput(HEAD + POD.formatted("") + config(config.replace("restricted", "strict")));
    host("validate").ends(ExitStatus.REFUSED).says("error[configuration-value]", "<stdin>:21:16");
  }

  @Test
  void aPluginTakesOptionsFromItsTemplate() throws Exception {
    environment.put("KUSTOMIZE_PLUGIN_CONFIG_ROOT", folder.toString());
    String path =
        file("config-123", TEMPLATE_OF_KUSTOMIZE + "argsOneLiner: validate --pod-security baseline")
            .toString();
    String pod = POD.formatted("").replaceAll("(?m)^..", "");

    standardInput(pod);
    assertThat(host(path, "-q").ends(ExitStatus.DONE).out()).contains("- name: logs\n");
    standardInput(pod);
    host(path, "validate", "--pod-security", "restricted")
        .ends(ExitStatus.REFUSED)
        .prints("")
        .says("error[pod-security]");
    standardInput(pod);
    host(path, "inject", "-i").isUsageError().says("-i has no meaning under kustomize");
  }

  @Test
  void aResultNamesTheFileThatTheHostRead() {
    String annotation = "      internal.config.kubernetes.io/path: base/pod.yaml\n";
    standardInput(
        HEAD
            + POD.formatted(annotation).replace("volumes: []", "volumes: [{name: logs, nfs: {}}]")
            + config(TEMPLATE_OF_KUSTOMIZE));

    assertThat(host().ends(ExitStatus.REFUSED).out())
        .contains("  file:\n    path: base/pod.yaml\n    index: 1\n");
  }
}
