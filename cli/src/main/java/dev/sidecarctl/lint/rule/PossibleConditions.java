package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.lint.trial.WrittenTemplate.Guard;

/** What stands under a condition that never holds is never in any pod. */
public final class PossibleConditions implements Rule {

  @Override
  public void check(Subject subject, Remarks remarks) {
    for (Guard guard : subject.written().guards()) {
      int last = guard.conditions().size() - 1;
      boolean outerHolds = subject.plan().isPossible(guard.conditions().subList(0, last));
      if (outerHolds && !subject.plan().isPossible(guard.conditions())) {
        remarks.warn(
            Code.CONDITION_NEVER,
            guard.at(),
            "no values of the parameters let this condition hold",
            "take it out with what it stands in, or mend the condition");
      }
    }
  }
}
