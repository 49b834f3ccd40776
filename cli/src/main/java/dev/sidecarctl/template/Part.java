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
    return new Part(written.without(ON_CONFLICT), onConflict(written));
  }

  /** What a mapping of a template says of conflicts. */
  static Optional<ConflictPolicy> onConflict(Value.Mapping written) {
    Optional<String> word = written.findText(ON_CONFLICT);
    return word.isPresent() ? ConflictPolicy.of(word.get()) : Optional.empty();
  }
}
