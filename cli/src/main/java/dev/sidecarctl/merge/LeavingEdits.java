package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.ConflictPolicy;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What becomes of items that are ejected although somebody edited them. A container or a volume of
 * ours goes with whatever was done to it. What stands in a part of the user's pod (a variable, a
 * mount, a field) may by now be meant for the application: nobody can tell, so it is a conflict.
 */
final class LeavingEdits {
  private final Set<ItemPath> recorded;
  private final Optional<ConflictPolicy> policy;
  private final Consumer<Diagnostic> report;

  /**
   * @param recorded the names of all recorded items
   * @param policies what the command line and the project say
   * @param report where to say what was found
   */
  LeavingEdits(Set<ItemPath> recorded, ConflictPolicies policies, Consumer<Diagnostic> report) {
    this.recorded = recorded;
    this.policy = policies.of(Code.DRIFT_CONFLICT);
    this.report = report;
  }

  /**
   * Decides.
   *
   * @param present the edited item, as it is
   * @return whether it stays, and is the user's from now on
   */
  boolean settle(ItemPath item, Value present) {
    if (isOursAltogether(item)) {
      report.accept(HandEdits.goesAllTheSame(item, present));
      return false;
    }
    Diagnostic conflict =
        Diagnostic.error(
                Code.DRIFT_CONFLICT,
                item
                    + " was edited by hand since it was injected, so it may not be ours to take out",
                Wording.place(present))
            .labelled("here: " + Wording.brief(present))
            .helping("take the edit back, or take all of it out of the manifest");
    switch (policy.orElse(ConflictPolicy.FAIL)) {
      case FAIL -> report.accept(Conflicts.advise(conflict));
      case KEEP -> {
        report.accept(Conflicts.warning(conflict, "it stays, and is the user's from now on"));
        return true;
      }
      case REPLACE -> report.accept(Conflicts.warning(conflict, "it goes all the same"));
    }
    return false;
  }

  /** Whether it is a container or a volume ({@code spec/LIST/NAME}), or inside one of ours. */
  private boolean isOursAltogether(ItemPath item) {
    boolean whole =
        item.size() == 3
            && (ListMapKeys.holdsContainers(item.list()) || item.list().equals("volumes"));
    return whole || item.parent().withinAny(recorded);
  }
}
