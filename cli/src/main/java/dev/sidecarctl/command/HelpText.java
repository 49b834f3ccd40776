package dev.sidecarctl.command;

import picocli.CommandLine.Model.CommandSpec;

/** What {@code --help} says beside the options. */
final class HelpText {
  private HelpText() {}

  /**
   * The help of a command.
   *
   * @param summary one line, shown in the list of commands, too
   */
  static void describe(
      CommandSpec spec, String summary, String synopsis, String text, String... examples) {
    spec.usageMessage().description(summary, text).customSynopsis(synopsis).footer(examples);
  }
}
