package dev.sidecarctl.lint.trial;

import dev.sidecarctl.check.Checker;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.template.GivenValue;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is tried: every kind that the template asks for, on each of some versions; then each value
 * of the parameters that have few, one at a time, and values under which conditions hold.
 */
public final class TrialPlan {
  private static final String USUAL = "Deployment";

  /** A pod that is to end; a template that takes any kind is to do in one of these, too. */
  private static final String ENDING = "Job";

  private final WrittenTemplate written;
  private final List<KubernetesVersion> versions;
  private final SampleValues samples;
  private final Trials trials;
  private final Map<String, List<String>> domains = new LinkedHashMap<>();
  private final List<Declared> unknown = new ArrayList<>();

  /**
   * @param versions those of clusters, the one that counts first
   * @param given what is set from outside
   */
  public TrialPlan(
      WrittenTemplate written,
      List<KubernetesVersion> versions,
      Map<String, GivenValue> given,
      Checker checker) {
    this.written = written;
    this.versions = versions;
    this.samples = new SampleValues(written, given);
    this.trials = new Trials(written, samples, checker);
    for (Declared parameter : written.parameters().values()) {
      List<String> values = samples.of(parameter);
      domains.put(parameter.name(), values);
      if (values.isEmpty()) {
        unknown.add(parameter);
      }
    }
  }

  /** The parameters of which no value is known: then there is no trial. */
  public List<Declared> unknown() {
    return unknown;
  }

  /** Whether a parameter admits a value. */
  public boolean admits(Declared parameter, String value) {
    return samples.admits(parameter, value);
  }

  /** The value that a parameter has where nothing else is tried; empty where none is known. */
  public String usual(Declared parameter) {
    return samples.usual(parameter).orElse("");
  }

  /** Whether values exist under which conditions hold all together. */
  public boolean isPossible(List<Value> conditions) {
    SampleValues free = new SampleValues(written, Map.of());
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (Declared parameter : written.parameters().values()) {
      boolean asked =
          Conditions.parameters(Value.Sequence.of(conditions)).contains(parameter.name());
      if (asked && !free.isComplete(parameter)) {
        return true;
      }
      all.put(parameter.name(), free.of(parameter));
    }
    return new Conditions(written.parameters()).satisfying(conditions, all).isPresent();
  }

  private Optional<Map<String, String>> satisfying(List<Value> conditions) {
    return new Conditions(written.parameters()).satisfying(conditions, domains);
  }

  /** Does it all; the first trial is the usual one. */
  public List<Trial> run() {
    if (!unknown.isEmpty()) {
      return List.of();
    }
    Map<String, String> usual = usual();
    List<Trial> done = new ArrayList<>();
    List<String> kinds = kinds();
    for (String kind : kinds) {
      for (KubernetesVersion version : versions) {
        done.add(trials.run(new Trial.Settings(kind, version, ""), usual));
      }
    }
    for (Map<String, String> values : variants(usual)) {
      for (KubernetesVersion version : versions) {
        String unusual = difference(usual, values);
        done.add(trials.run(new Trial.Settings(kinds.get(0), version, unusual), values));
      }
    }
    return done;
  }

  private Map<String, String> usual() {
    Map<String, String> values = new LinkedHashMap<>();
    domains.forEach((name, domain) -> values.put(name, domain.get(0)));
    return values;
  }

  private List<String> kinds() {
    Set<String> kinds = new LinkedHashSet<>();
    for (String kind : written.kinds()) {
      kinds.add(SampleWorkload.standIn(kind));
    }
    if (kinds.isEmpty()) {
      kinds.addAll(List.of(USUAL, ENDING));
    }
    return List.copyOf(kinds);
  }

  private Set<Map<String, String>> variants(Map<String, String> usual) {
    Set<Map<String, String>> variants = new LinkedHashSet<>();
    for (Declared parameter : written.parameters().values()) {
      if (parameter.isList() || !parameter.choices().isEmpty()) {
        for (String value : domains.getOrDefault(parameter.name(), List.of())) {
          variants.add(with(usual, Map.of(parameter.name(), value)));
        }
      }
    }
    for (WrittenTemplate.Guard guard : written.guards()) {
      satisfying(guard.conditions()).ifPresent(values -> variants.add(with(usual, values)));
    }
    variants.remove(usual);
    return variants;
  }

  private static Map<String, String> with(Map<String, String> values, Map<String, String> other) {
    Map<String, String> all = new LinkedHashMap<>(values);
    all.putAll(other);
    return all;
  }

  private static String difference(Map<String, String> usual, Map<String, String> values) {
    List<String> differences = new ArrayList<>();
    values.forEach(
        (name, value) -> {
          if (!value.equals(usual.get(name))) {
            differences.add(name + "=" + value);
          }
        });
    return String.join(", ", differences);
  }
}
