package dev.sidecarctl.project;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which warnings are said, and which forbid writing. Errors and notes are what they are.
 *
 * @param levels what a project says of the warnings of a code
 * @param always whose warnings forbid writing, whatever a project says
 * @param allAreErrors whether all that are said forbid writing ({@code --warnings-as-errors})
 */
public record WarningRules(
    Map<Code, Placed<WarningLevel>> levels, Set<Code> always, boolean allAreErrors) {
  private static final WarningRules NONE = new WarningRules(Map.of(), Set.of(), false);

  /** Takes a copy. */
  public WarningRules {
    levels = Map.copyOf(levels);
    always = Set.copyOf(always);
  }

  /** Warnings are warnings. */
  public static WarningRules none() {
    return NONE;
  }

  /** What is to be said of these, in their order. */
  public List<Diagnostic> judge(List<Diagnostic> diagnostics) {
    if (diagnostics.isEmpty() || (levels.isEmpty() && always.isEmpty() && !allAreErrors)) {
      return diagnostics;
    }
    List<Diagnostic> judged = new ArrayList<>(diagnostics.size());
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.WARNING) {
        judge(diagnostic, judged);
      } else {
        judged.add(diagnostic);
      }
    }
    return judged;
  }

  private void judge(Diagnostic warning, List<Diagnostic> judged) {
    Placed<WarningLevel> rule = levels.get(warning.code());
    if (always.contains(warning.code())) {
      judged.add(warning.asError());
    } else if (rule != null && rule.value() == WarningLevel.ERROR) {
      judged.add(warning.asError().noting(rule.at(), "this makes it an error"));
    } else if (rule == null || rule.value() != WarningLevel.OFF) {
      judged.add(allAreErrors ? warning.asError() : warning);
    }
  }
}
