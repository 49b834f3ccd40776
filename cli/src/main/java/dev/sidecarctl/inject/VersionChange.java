package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.VersionOrder;
import org.jspecify.annotations.Nullable;

/**
 * A template that a workload carries in another version than the run's.
 *
 * @param template its name
 * @param from the version that is recorded; empty for none
 * @param to the run's; empty for none
 */
record VersionChange(String template, String from, String to) {

  /** {@code log-collector from 1.4.0 to 1.5.0}. */
  String describe() {
    return template
        + (from.isEmpty() ? "" : " from " + from)
        + (to.isEmpty() ? " to no version" : " to " + to);
  }

  /** Whether the run's version is the older one. */
  boolean isDowngrade() {
    return VersionOrder.isOlder(to, from);
  }

  /**
   * The warning of a downgrade.
   *
   * @param workload where the workload's name stands
   */
  Diagnostic warning(SidecarTemplate applied, @Nullable Location workload) {
    return Diagnostic.warning(
            Code.DOWNGRADE,
            template + " " + to + " is older than " + from + ", which the workload carries",
            workload)
        .labelled("carries " + from)
        .noting(applied.at(), "the template is " + to)
        .helping("take a newer template, if this was not meant");
  }
}
