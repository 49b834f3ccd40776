package dev.sidecarctl.inject;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.CheckSettings;
import dev.sidecarctl.check.Checker;
import dev.sidecarctl.check.security.PodSecurityLevel;
import java.util.Optional;

/**
 * How what comes out is checked.
 *
 * @param checker says what an API server would say
 * @param settings what it is checked for
 * @param level what comes of what is found
 * @param neighbours what stands beside the workloads in the input
 */
public record Checking(
    Checker checker, CheckSettings settings, CheckLevel level, Neighbours neighbours) {

  /** The same in a Namespace that says a level of Pod Security. */
  Checking within(Optional<PodSecurityLevel> ofNamespace) {
    return ofNamespace.isEmpty()
        ? this
        : new Checking(checker, settings.within(ofNamespace), level, neighbours);
  }
}
