package dev.sidecarctl.command;

import dev.sidecarctl.check.Checker;
import dev.sidecarctl.command.file.ExitStatus;
import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.file.InputFinder;
import dev.sidecarctl.command.file.InputReader;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** The CustomResourceDefinitions of {@code --crd}, and those that stand in the input. */
final class CustomKinds {
  private static final String DEFINITION = "CustomResourceDefinition";

  private CustomKinds() {}

  /**
   * Reads what {@code --crd} names.
   *
   * @throws StoppedException when one of them cannot be read, or holds no definition
   */
  static void learn(ParseResult parsed, Path folder, Checker checker) {
    List<String> operands = parsed.matchedOptionValue(OptionSpecs.CRD, List.of());
    for (String operand : operands) {
      InputFinder finder = new InputFinder(folder, true);
      finder.add(operand);
      if (!finder.problems().isEmpty()) {
        throw new StoppedException(ExitStatus.FAILED, finder.problems());
      }
      InputReader reader = new InputReader(InputStream.nullInputStream());
      int learnt = 0;
      for (Input input : finder.inputs()) {
        try {
          learnt += learn(reader.read(input), checker);
        } catch (RefusedException e) {
          throw new StoppedException(ExitStatus.REFUSED, e.diagnostics());
        }
      }
      if (learnt == 0) {
        throw StoppedException.usage(
            OptionSpecs.CRD + " " + operand + " holds no " + DEFINITION,
            "name the file, or folder, that is applied to the cluster");
      }
    }
  }

  /** Learns those of a source that can be read; a text without the word is not parsed. */
  static void see(Source source, Checker checker) {
    if (source.text().contains(DEFINITION)) {
      try {
        learn(source, checker);
      } catch (RefusedException e) {
        // Whoever works on the source complains of it.
      }
    }
  }

  private static int learn(Source source, Checker checker) {
    int learnt = 0;
    for (YamlDocument document : YamlStream.of(source).documents()) {
      if (!document.isEmpty()) {
        learnt += checker.learn(document.value());
      }
    }
    return learnt;
  }
}
