package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said of conflicts outside the template: for all of them, or for those of one code.
 * A stronger voice may be laid over a weaker one; whatever it says counts, in general or of a code.
 */
public final class ConflictPolicies {
  private static final ConflictPolicies NONE = new ConflictPolicies(List.of());

  /** What one voice says. */
  private record Voice(@Nullable ConflictPolicy general, Map<Code, ConflictPolicy> ofCodes) {
    @Nullable ConflictPolicy of(Code code) {
      return ofCodes.getOrDefault(code, general);
    }
  }

  /** The strongest first. */
  private final List<Voice> voices;

  private ConflictPolicies(List<Voice> voices) {
    this.voices = List.copyOf(voices);
  }

  /** Nobody said anything. */
  public static ConflictPolicies none() {
    return NONE;
  }

  /**
   * What one voice says.
   *
   * @param general for all conflicts; empty if not said
   * @param ofCodes for those of a code, whatever is said in general
   */
  public static ConflictPolicies of(
      Optional<ConflictPolicy> general, Map<Code, ConflictPolicy> ofCodes) {
    Map<Code, ConflictPolicy> copy = new EnumMap<>(Code.class);
    copy.putAll(ofCodes);
    return new ConflictPolicies(List.of(new Voice(general.orElse(null), copy)));
  }

  /** These, and where they say nothing, what the weaker ones say. */
  public ConflictPolicies over(ConflictPolicies weaker) {
    List<Voice> all = new ArrayList<>(voices);
    all.addAll(weaker.voices);
    return new ConflictPolicies(all);
  }

  /** What is said of the conflicts of a code; empty if nothing is. */
  public Optional<ConflictPolicy> of(Code code) {
    for (Voice voice : voices) {
      ConflictPolicy policy = voice.of(code);
      if (policy != null) {
        return Optional.of(policy);
      }
    }
    return Optional.empty();
  }
}
