package dev.sidecarctl.template;

import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/**
 * A part of a template that may clash with what a pod has: what is wanted, and what its own {@code
 * onConflict} says of a clash.
 *
 * @param value as Kubernetes takes it
 * @param onConflict empty where the part says nothing of it
 */
public record Part(Value.Mapping value, Optional<ConflictPolicy> onConflict) {
  /** The key of the format, which no pod ever sees. */
  static final String ON_CONFLICT = "onConflict";

  /** Takes a mapping of a template apart. */
  public static Part of(Value.Mapping written) {
    return new Part(
        written.without(ON_CONFLICT),
        written.findText(ON_CONFLICT).flatMap(word -> ConflictPolicy.of(word)));
  }
}
