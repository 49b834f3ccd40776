package dev.sidecarctl.cases;

import dev.sidecarctl.command.CommandLineTool;
import dev.sidecarctl.command.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One run of the whole program, but for its process.
 *
 * @param status its exit status
 * @param out what it wrote to standard output
 * @param err what it said
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are compared as bytes
public record ToolRun(int status, byte[] out, String err) {

  /** A line about a workload, or about the run; what else is said are diagnostics. */
  private static final Pattern REPORT_LINE =
      Pattern.compile("(input\\.(yaml|json)|sidecarctl): .*");

  /** Runs it in a folder. */
  public static ToolRun of(Path folder, List<String> arguments) {
    return of(folder, arguments, InputStream.nullInputStream());
  }

  /** A run with something on standard input. */
  /** Runs it in a folder. */
  public static ToolRun of(Path folder, List<String> arguments, InputStream in) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Surroundings around = new Surroundings(in, out, err, Map.of(), folder, false, false, false);
    int status = new CommandLineTool().run(arguments, around).code();
    return new ToolRun(status, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  /** What was said line by line of the workloads. */
  public String report() {
    return lines(true);
  }

  /** What was complained of. */
  public String diagnostics() {
    return lines(false);
  }

  private String lines(boolean report) {
    return err.lines()
        .filter(line -> REPORT_LINE.matcher(line).matches() == report)
        .map(line -> line + "\n")
        .collect(Collectors.joining());
  }
}
