package dev.sidecarctl.check.security;

import java.util.List;
import java.util.Optional;

/** A level of the Pod Security Standards, the laxest first. */
public enum PodSecurityLevel {
  PRIVILEGED("privileged"),
  BASELINE("baseline"),
  RESTRICTED("restricted");

  /** The label of a Namespace that says which level its pods have to keep. */
  public static final String LABEL = "pod-security.kubernetes.io/enforce";

  /** All words, for advice on slips. */
  public static final List<String> WORDS = List.of("privileged", "baseline", "restricted");

  private final String word;

  PodSecurityLevel(String word) {
    this.word = word;
  }

  /** The level of that name; empty if there is none. */
  public static Optional<PodSecurityLevel> of(String word) {
    for (PodSecurityLevel level : values()) {
      if (level.word.equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }

  /** Its name. */
  public String word() {
    return word;
  }
}
