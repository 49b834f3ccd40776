package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.command.lookup.Settings;
import dev.sidecarctl.command.lookup.TemplateFiles;
import dev.sidecarctl.command.lookup.TemplateOffers;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.template.Catalogue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What the command line says of templates, and of the cluster that they are for. */
final class TemplateOptions {
  private TemplateOptions() {}

  /**
   * The templates that {@code -t} and projects offer, with the values of {@code --set}.
   *
   * @throws StoppedException when a file that {@code -t} names is wrong, or {@code --set} sets
   *     nothing
   */
  static TemplateOffers offers(ParseResult parsed, Path folder, Catalogue catalogue) {
    List<String> arguments = parsed.matchedOptionValue(OptionSpecs.TEMPLATE, List.of());
    List<String> assignments = parsed.matchedOptionValue(OptionSpecs.SET, List.of());
    return new TemplateOffers(
        arguments, Settings.of(assignments), new TemplateFiles(folder, catalogue), catalogue);
  }

  /**
   * The version of {@code --kubernetes-version}; empty if not given.
   *
   * @throws StoppedException when it is none
   */
  static Optional<KubernetesVersion> version(ParseResult parsed) {
    if (!parsed.hasMatchedOption(OptionSpecs.KUBERNETES_VERSION)) {
      return Optional.empty();
    }
    String text = parsed.matchedOptionValue(OptionSpecs.KUBERNETES_VERSION, "");
    Optional<KubernetesVersion> version = KubernetesVersion.parse(text);
    if (version.isEmpty()) {
      throw StoppedException.usage(
          "--kubernetes-version "
              + text
              + " is no version from "
              + KubernetesVersion.OLDEST
              + " on",
          "say it like 1.31 or v1.31.4");
    }
    return version;
  }
}
