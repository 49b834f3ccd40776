package dev.sidecarctl.reports;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Severity;
import java.util.List;

/** As workflow commands of GitHub Actions, which become annotations of the lines in question. */
public final class GithubReport {
  private GithubReport() {}

  /** A line for each. */
  public static String of(List<Diagnostic> reported) {
    StringBuilder text = new StringBuilder();
    for (Diagnostic diagnostic : reported) {
      text.append(diagnostic.severity() == Severity.ERROR ? "::error " : "::warning ");
      Location at = MachinePlace.of(diagnostic);
      if (at != null) {
        Region region = Region.of(at);
        text.append("file=").append(property(region.file()));
        text.append(",line=").append(region.start().line());
        text.append(",endLine=").append(region.end().line());
        text.append(",col=").append(region.start().column());
        text.append(",endColumn=").append(region.end().column()).append(',');
      }
      text.append("title=").append(property(diagnostic.code().word())).append("::");
      String help = diagnostic.help();
      text.append(data(diagnostic.message() + (help.isEmpty() ? "" : "; " + help))).append('\n');
    }
    return text.toString();
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
