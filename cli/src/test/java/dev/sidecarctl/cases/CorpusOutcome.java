package dev.sidecarctl.cases;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What became of a manifest.
 *
 * @param injected how many workloads got the template
 * @param skipped how many did not
 * @param changedLines how many lines of the input are not in the output as they were
 * @param errors the codes of all errors; with one of them the manifest is refused
 * @param warnings the codes of all warnings
 */
record CorpusOutcome(
    int injected, int skipped, int changedLines, Set<String> errors, Set<String> warnings) {
  private static final Pattern CODE = Pattern.compile("(error|warning)\\[([a-z0-9-]+)\\]: .*");

  static CorpusOutcome of(String report, String diagnostics, List<String> changedLines) {
    return new CorpusOutcome(
        count(report, ": injected "),
        count(report, ": skipped "),
        changedLines.size(),
        codes(diagnostics, "error"),
        codes(diagnostics, "warning"));
  }

  private static int count(String report, String word) {
    return (int) report.lines().filter(line -> line.contains(word)).count();
  }

  private static Set<String> codes(String diagnostics, String severity) {
    return diagnostics
        .lines()
        .map(CODE::matcher)
        .filter(Matcher::matches)
        .filter(line -> line.group(1).equals(severity))
        .map(line -> line.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What became of several manifests, in a few words. */
  static String total(List<CorpusOutcome> outcomes) {
    return "%d in, %d out, %d refused"
        .formatted(
            outcomes.stream().filter(one -> !one.isRefused()).mapToInt(one -> one.injected).sum(),
            outcomes.stream().mapToInt(CorpusOutcome::skipped).sum(),
            outcomes.stream().filter(CorpusOutcome::isRefused).count());
  }

  boolean isRefused() {
    return !errors.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder words = new StringBuilder();
    if (isRefused()) {
      words.append("refused: ").append(String.join(" ", errors));
    } else {
      words.append(injected).append(" in, ").append(skipped).append(" out");
    }
    if (changedLines > 0) {
      words.append(", ").append(changedLines).append(" changed");
    }
    if (!warnings.isEmpty()) {
      words.append("; ").append(String.join(" ", warnings));
    }
    return words.toString();
  }
}
