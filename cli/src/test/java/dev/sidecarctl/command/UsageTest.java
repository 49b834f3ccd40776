package dev.sidecarctl.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.command.file.ExitStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest extends ToolFixture {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "injekt x.yaml | did you mean inject?",
        "unject x.yaml | did you mean",
        "completion bsh | did you mean bash?",
        "completion | name one of: bash, zsh, fish, powershell",
        "completion bash zsh | zsh is one argument too many",
        "help injekt | did you mean inject?",
        "help exit-code | did you mean exit-codes?",
        "help inject eject | eject is one argument too many",
        "kube-inject -f x.yaml | say inject -t TEMPLATE",
        "uninstall x.yaml | there is no command uninstall",
        "lint x.yaml | say validate",
        "inject --dry-run x.yaml | -o diff shows what changes",
        "inject --dry-run=client x.yaml | unknown option --dry-run\\n",
        "inject -dry-run x.yaml | unknown option -dry-run\\n",
        "plan --dry-run=server x.yaml | leave it out: plan writes no manifest",
        "inject --values v.yaml x.yaml | say --set, or write it under parameters",
        "status --values v.yaml x.yaml | unknown option --values",
        "eject --kubeconfig k x.yaml | sidecarctl asks no cluster",
        "inject -w x.yaml | say -i",
        "inject x.yaml --version | it stands before the command",
        "eject --prune x.yaml | eject has no option --prune; it is one of inject and plan",
        "validate --prun x.yaml | --prune is an option of inject and plan",
        "status --kubernetes-version 1.30 x.yaml | it is one of inject, plan, validate, template lint and config",
        "frobnicate | unknown command frobnicate",
        "inject --tempalte a x.yaml | unknown option --tempalte; did you mean --template?",
        "inject --tempalte=a x.yaml | unknown option --tempalte; did you mean --template?",
        "inject -chekc x.yaml | did you mean --check?",
        "inject -y x.yaml | unknown option -y",
        "inject --report json x.yaml | two things would go to standard output",
        "plan --report sarif x.yaml | two things would go to standard output",
        "inject -i --report json= x.yaml | --report json= names no file",
        "validate --report text=x x.yaml | --report text takes no file",
        "inject x.yaml --crd x.yaml | --crd x.yaml holds no CustomResourceDefinition",
        "inject --pod-security tight x.yaml | --pod-security is privileged, baseline, restricted",
        "inject --validate strickt x.yaml | did you mean strict?",
        "validate --report xml x.yaml | --report is text, json, sarif, github, not xml",
        "validate --kubernetes-version 1.33,new x.yaml | new is no version from 1.27 on",
        "--color never inject x.yaml | unknown option --color before the command",
        "--frob inject x.yaml | unknown option --frob before the command",
        "inject x.yaml -t | the option -t needs a value",
        "inject -f -t a | the option -f needs a value",
        "inject --color blue x.yaml | --color is auto, always or never, not blue",
        "inject -q -v x.yaml | -q and -v contradict each other",
        "inject -i --check x.yaml | -i and --check contradict each other",
        "inject -i -f - | -i cannot write standard input",
        "inject -i - | -i cannot write standard input",
        "inject x.yaml --kubernetes-version new | no version from 1.27 on",
        "inject x.yaml --kubernetes-version 1.20 | no version from 1.27 on",
        "inject x.yaml -n My_Team | -n My_Team is no name of a namespace",
        "inject x.yaml --set port | --set port sets nothing",
        "inject x.yaml --set =1 | --set =1 sets nothing",
        "inject x.yaml -t sidecar-loger | did you mean sidecar-logger?",
        "inject x.yaml -t nothing-like-it | the catalogue has: cloud-sql-proxy, config-reloader, envoy-proxy",
        "inject | no input",
        "inject x.yaml -o jsn | did you mean json?",
        "inject -i x.yaml -o diff | -i and -o contradict each other",
        "plan x.yaml -o yaml | -o yaml is no format",
        "plan x.yaml -o txt | did you mean text?",
        "plan x.yaml -i | plan has no option -i; it is one of inject and eject",
        "eject x.yaml --set a=b | eject has no option --set; it is one of inject, plan, template lint and config",
        "inject x.yaml --on-conflict kepe | kepe is no policy",
        "inject x.yaml --on-conflict volume-conflit=keep | did you mean volume-conflict?",
        "inject x.yaml --on-conflict drift=keep | drift is a warning, no conflict",
        "eject x.yaml --on-conflict yaml-syntax=keep | yaml-syntax is an error that nothing solves",
      })
  void saysWhatIsWrong(String arguments, String complaint) throws Exception {
    file("x.yaml", "plain\n");
    run(arguments.split(" ")).isUsageError().says(complaint.replace("\\n", "\n"));
  }

  @Test
  void theFirstLineSaysItAll() {
    assertThat(run("inject", "--tempalte", "a").err().lines())
        .containsExactly(
            "error[usage]: unknown option --tempalte; did you mean --template?",
            "   = help: sidecarctl inject --help lists the options");
  }

  @Test
  void withoutInputAdviceDependsOnTheTerminal() {
    run("inject").isUsageError().says("to read standard input, add -f -");
    inputIsTerminal = true;
    run("inject").isUsageError().says("sidecarctl inject -f app.yaml");
  }

  @Test
  void emptyNamesAreNoInput() {
    run("inject", "").isUsageError().says("a file name is empty");
    run("inject", "x.yaml", "-t", "").isUsageError().says("the template's name is empty");
    run("eject", "x.yaml", "--template=").isUsageError().says("the template's name is empty");
  }

  @Test
  void withoutArgumentsThereIsHelpOnStderr() {
    Ran ran = run();

    ran.ends(ExitStatus.USAGE).prints("").says("Commands", "inject", "eject, uninject");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void helpListsCommandsAndExitStatuses(String argument) {
    Ran ran = run(argument).ends(ExitStatus.DONE);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("inject", "eject, uninject", "Examples:");
    for (ExitStatus status : ExitStatus.values()) {
      assertThat(ran.out()).contains(status.code() + "   " + status.meaning());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"inject --help", "help inject", "inject x.yaml --nothing -h"})
  void helpOfACommand(String arguments) {
    Ran ran = run(arguments.split(" "));

    if (ran.status() == ExitStatus.DONE) {
      assertThat(ran.out())
          .contains("-t, --template", "--require-match", "Exit status", "Examples:");
    } else {
      ran.isUsageError();
    }
  }

  @Test
  void versionIsOneLine() {
    Ran ran = run("--version").ends(ExitStatus.DONE);

    assertThat(ran.out()).startsWith("sidecarctl ").hasLineCount(1);
  }

  @Test
  void operandsAreTakenAsTheyStand() throws Exception {
    file("@list", "plain\n");
    file("${env:HOME}", "plain\n");
    file("-f", "plain\n");

    inject("@list").ends(ExitStatus.DONE).prints("sidecar\n");
    inject("${env:HOME}").ends(ExitStatus.DONE).prints("sidecar\n");
    inject("--", "-f").ends(ExitStatus.DONE).prints("sidecar\n");
  }

  @Test
  void unexpectedErrorsAreOneLineWithoutATrace() throws Exception {
    file("a.yaml", "crash");

    Ran ran = inject("a.yaml").ends(ExitStatus.FAILED).prints("");
    assertThat(ran.err()).hasLineCount(1).contains("internal error: a.yaml: ", "no such luck");
    environment.put("SIDECARCTL_DEBUG", "1");
    inject("a.yaml").ends(ExitStatus.FAILED).says("\tat dev.sidecarctl.command.FakeEngine");
  }
}
