package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ReportFile;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.reports.GithubReport;
import dev.sidecarctl.reports.JsonReport;
import dev.sidecarctl.reports.ObjectReport;
import dev.sidecarctl.reports.SarifReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** {@code --report FORMAT[=FILE]}: what was found and done is told to machines, too. */
final class ReportRequest {
  private static final String VERSION = "/dev/sidecarctl/version.txt";

  private final ReportFormat format;
  private final @Nullable ReportFile file;
  private final Surroundings around;
  private final boolean outputIsFree;

  private ReportRequest(
      ReportFormat format, @Nullable ReportFile file, Surroundings around, boolean outputIsFree) {
    this.format = format;
    this.file = file;
    this.around = around;
    this.outputIsFree = outputIsFree;
  }

  /**
   * Reads the option.
   *
   * @param outputIsFree whether nothing else goes to standard output
   * @return empty if it is not given, or asks for the text that is told anyway
   * @throws StoppedException when it is wrong, or its file cannot be written
   */
  static Optional<ReportRequest> of(ParseResult parsed, Surroundings around, boolean outputIsFree) {
    String text = parsed.matchedOptionValue(OptionSpecs.REPORT, "");
    if (!parsed.hasMatchedOption(OptionSpecs.REPORT)) {
      return Optional.empty();
    }
    int equals = text.indexOf('=');
    ReportFormat format = ReportFormat.of(equals < 0 ? text : text.substring(0, equals));
    String name = equals < 0 ? "" : text.substring(equals + 1);
    if (format == ReportFormat.TEXT) {
      if (equals >= 0) {
        throw StoppedException.usage(
            OptionSpecs.REPORT + " text takes no file", "the text goes to standard error: 2> FILE");
      }
      return Optional.empty();
    }
    if (equals >= 0 && name.isEmpty()) {
      throw StoppedException.usage(OptionSpecs.REPORT + " " + text + " names no file", "");
    }
    if (equals < 0 && !outputIsFree && format != ReportFormat.GITHUB) {
      throw StoppedException.usage(
          "two things would go to standard output: the report, and what the command prints",
          "say where the report goes, as in " + OptionSpecs.REPORT + " " + text + "=report.json");
    }
    ReportFile file = equals < 0 ? null : ReportFile.at(around.folder(), name);
    return Optional.of(new ReportRequest(format, file, around, outputIsFree));
  }

  /** Writes what ended a run before its end into the report's file, if there is one. */
  static void tell(StoppedException stop, ParseResult parsed, Surroundings around) {
    if (parsed.matchedOptionValue(OptionSpecs.REPORT, "").indexOf('=') < 0) {
      return;
    }
    try {
      Optional<ReportRequest> request = of(parsed, around, true);
      if (request.isPresent()) {
        request.get().write(List.of(), stop.diagnostics());
      }
    } catch (StoppedException | Delivery.ReaderGoneException e) {
      // It is the report itself that is wrong, which is said anyway.
      return;
    }
  }

  /** Whether it goes where people would read what is said. */
  boolean isOnOutput() {
    return file == null && outputIsFree;
  }

  /**
   * Writes it.
   *
   * @param said everything that was said, notes and repetitions included
   * @throws StoppedException when it cannot be written
   */
  void write(List<ObjectReport> objects, List<Diagnostic> said)
      throws Delivery.ReaderGoneException {
    List<Diagnostic> reported = reported(said);
    String text =
        switch (format) {
          case JSON -> JsonReport.of(objects, reported);
          case SARIF -> SarifReport.of(reported, Resource.text(VERSION).strip());
          default -> GithubReport.of(reported);
        };
    if (file != null) {
      file.write(text);
    } else if (outputIsFree) {
      Delivery.write(text, around.out());
    } else {
      // GitHub reads annotations from either stream.
      Said.write(text, around.err());
    }
  }

  /** What a report says, each once and without remarks. */
  static List<Diagnostic> reported(List<Diagnostic> said) {
    List<Diagnostic> reported = new ArrayList<>();
    for (Diagnostic diagnostic : said) {
      if (diagnostic.severity() != Severity.NOTE && !reported.contains(diagnostic)) {
        reported.add(diagnostic);
      }
    }
    return reported;
  }
}
