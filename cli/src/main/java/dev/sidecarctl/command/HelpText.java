package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} says beside the options. */
final class HelpText {
  static final int WIDTH = 100;

  private HelpText() {}

  static void describeRoot(CommandSpec root) {
    root.usageMessage()
        .width(WIDTH)
        .customSynopsis("sidecarctl COMMAND [OPTION…] FILE…")
        .description("Adds sidecars to Kubernetes manifests and leaves every other byte alone.")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands (sidecarctl COMMAND --help says more):%n")
        .exitCodeListHeading("%nExit status; the highest where several apply:%n")
        .exitCodeList(exitCodes())
        .footerHeading("%nExamples:%n")
        .footer(
            "  sidecarctl inject -f app.yaml -t sidecar-logger | kubectl apply -f -",
            "  sidecarctl inject -i k8s/ -t sidecar-logger",
            "  sidecarctl eject -i k8s/");
  }

  /**
   * The help of a command.
   *
   * @param summary one line, shown in the list of commands, too
   */
  static void describe(
      CommandSpec spec, String summary, String synopsis, String text, String... examples) {
    spec.usageMessage()
        .description(summary, "%n" + text)
        .customSynopsis(synopsis)
        .optionListHeading("%nOptions:%n")
        .sortOptions(false)
        .exitCodeListHeading("%nExit status; the highest where several apply:%n")
        .exitCodeList(exitCodes())
        .footerHeading("%nExamples:%n")
        .footer(examples);
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    for (ExitStatus status : ExitStatus.values()) {
      codes.put("  " + status.code(), status.meaning());
    }
    return codes;
  }
}
