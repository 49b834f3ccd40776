package dev.sidecarctl.inject;

import java.util.List;
import java.util.Optional;

/**
 * What becomes of a template that needs a network of the pod's own where the pod is on the host's
 * ({@code --on-host-network}).
 */
public enum HostNetworkPolicy {
  /** It stays out, with a warning. */
  SKIP("skip"),
  /** Nothing is written. */
  FAIL("fail"),
  /** It goes in all the same. */
  INJECT("inject");

  /** All words, for messages. */
  public static final List<String> WORDS = List.of("skip", "fail", "inject");

  private final String word;

  HostNetworkPolicy(String word) {
    this.word = word;
  }

  /** The policy of that word; empty if there is none. */
  public static Optional<HostNetworkPolicy> of(String word) {
    for (HostNetworkPolicy policy : values()) {
      if (policy.word.equals(word)) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
