package dev.sidecarctl.command;

import dev.sidecarctl.diagnostic.PrintableText;
import java.util.List;

/** What is said of the cases of templates: a line for each, and a sum. */
final class CaseLines {
  private final boolean quiet;
  private final boolean update;
  private final StringBuilder text = new StringBuilder();
  private int passed;
  private int failed;
  private int ofThisTemplate;

  /**
   * @param quiet whether only failed cases are told
   * @param update whether expectations are written anew
   */
  CaseLines(boolean quiet, boolean update) {
    this.quiet = quiet;
    this.update = update;
  }

  /**
   * What became of a case.
   *
   * @param updated whether what is to come of it is another now
   * @param failures what is wrong with it
   */
  void ran(String template, String name, boolean updated, List<String> failures) {
    ofThisTemplate++;
    if (failures.isEmpty()) {
      passed++;
      tell(updated ? "updated" : update ? "as it was" : "ok", template, name);
      return;
    }
    failed++;
    line("FAILED " + template + ": " + name);
    for (String failure : failures) {
      failure.lines().forEach(line -> line("  " + line));
    }
  }

  /** A template's cases are through. */
  void done(String template) {
    if (ofThisTemplate == 0 && !quiet) {
      line("no cases " + template);
    }
    ofThisTemplate = 0;
  }

  private void tell(String what, String template, String name) {
    if (!quiet) {
      line(what + " " + template + ": " + name);
    }
  }

  private void line(String line) {
    text.append(PrintableText.of(line)).append('\n');
  }

  /** Whether any case failed. */
  boolean failed() {
    return failed > 0;
  }

  /** All lines, the sum last. */
  String all() {
    int all = passed + failed;
    String cases = all + (all == 1 ? " case" : " cases");
    line(update && failed == 0 ? cases + " up to date" : cases + ", " + failed + " failed");
    return text.toString();
  }
}
