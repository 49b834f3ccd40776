package dev.sidecarctl.command;

import dev.sidecarctl.host.Order;
import dev.sidecarctl.inject.Injection;
import dev.sidecarctl.output.Report;
import dev.sidecarctl.text.Source;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** What a host, such as kustomize, wants to be done to the manifests that it hands over. */
interface HostWork {
  /** Options for files, and for the choice of templates, which the host has made. */
  List<String> OF_FILES =
      List.of(
          OptionSpecs.FILE,
          OptionSpecs.DEEP,
          OptionSpecs.TEMPLATE,
          OptionSpecs.IN_PLACE,
          OptionSpecs.CHECK,
          OptionSpecs.OUTPUT,
          OptionSpecs.PRUNE,
          OptionSpecs.SKIP_UNRENDERED,
          OptionSpecs.ONLY_MANIFESTS);

  /**
   * Does it.
   *
   * @param order the file that asked for it
   */
  Injection on(Source manifests, Order order);

  /** Whether the manifests go back: kustomize takes a validator that prints any for a wrong one. */
  boolean answers();

  /** The command line, but for the order. */
  ParseResult options();

  /** Where what is wrong is told. */
  default Report report(Surroundings around) {
    return new Report(
        RunOptions.loudness(options()),
        RunOptions.palette(options(), around.errorIsTerminal(), around));
  }
}
