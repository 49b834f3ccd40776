package dev.sidecarctl.lint.trial;

import dev.sidecarctl.template.WrittenText;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What stands behind {@code when}, held against values that parameters might have. */
public final class Conditions {
  /** More combinations than these are not tried: what cannot be told is taken to be possible. */
  private static final int MOST_COMBINATIONS = 4096;

  /** How sidecars go in, as if it were a parameter; none has a name with a blank. */
  private static final String SIDECARS = "how sidecars go in";

  private static final List<String> WAYS = List.of("native", "ordinary");

  private final Map<String, Declared> parameters;

  /**
   * @param parameters by name
   */
  public Conditions(Map<String, Declared> parameters) {
    this.parameters = parameters;
  }

  /** Whether something looks like a condition, and not like data under a key of that name. */
  static boolean isCondition(Value value) {
    if (value instanceof Value.Sequence list) {
      return !list.items().isEmpty() && list.items().stream().allMatch(Conditions::isCondition);
    }
    if (value instanceof Value.Mapping mapping) {
      return mapping.has("param") || mapping.has("sidecars");
    }
    Value.Scalar scalar = (Value.Scalar) value;
    return scalar.kind() == Value.Kind.BOOLEAN || WrittenText.of(scalar.text()).isOneReference();
  }

  /** The parameters that a condition looks at. */
  static Set<String> parameters(Value condition) {
    Set<String> names = new LinkedHashSet<>();
    if (condition instanceof Value.Sequence list) {
      list.items().forEach(item -> names.addAll(parameters(item)));
    } else if (condition instanceof Value.Mapping mapping) {
      mapping.findText("param").ifPresent(names::add);
      if (mapping.has("sidecars")) {
        names.add(SIDECARS);
      }
    } else {
      condition.asText().ifPresent(text -> names.addAll(WrittenText.of(text).parameters()));
    }
    return names;
  }

  /**
   * Values under which all of some conditions hold: of those parameters that they look at; empty
   * where there are none.
   *
   * @param samples values that a parameter admits, the preferred one first
   */
  public Optional<Map<String, String>> satisfying(
      List<Value> conditions, Map<String, List<String>> samples) {
    Value all = Value.Sequence.of(conditions);
    Map<String, List<String>> domains = new LinkedHashMap<>();
    int combinations = 1;
    for (String name : parameters(all)) {
      List<String> domain = name.equals(SIDECARS) ? WAYS : samples.getOrDefault(name, List.of());
      domains.put(name, domain);
      combinations *= Math.max(1, domain.size());
      if (combinations > MOST_COMBINATIONS) {
        return Optional.of(Map.of());
      }
    }
    return search(all, new ArrayList<>(domains.entrySet()), 0, new HashMap<>());
  }

  private Optional<Map<String, String>> search(
      Value condition,
      List<Map.Entry<String, List<String>>> domains,
      int depth,
      Map<String, String> values) {
    if (depth == domains.size()) {
      if (!holds(condition, values)) {
        return Optional.empty();
      }
      // How sidecars go in is nothing that could be set: trials are made in both ways.
      Map<String, String> found = new HashMap<>(values);
      found.remove(SIDECARS);
      return Optional.of(Map.copyOf(found));
    }
    for (String value : domains.get(depth).getValue()) {
      values.put(domains.get(depth).getKey(), value);
      Optional<Map<String, String>> found = search(condition, domains, depth + 1, values);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a condition holds for some values; for a parameter without one it does not. */
  boolean holds(Value condition, Map<String, String> values) {
    if (condition instanceof Value.Sequence list) {
      return list.items().stream().allMatch(item -> holds(item, values));
    }
    if (condition instanceof Value.Mapping mapping && mapping.has("sidecars")) {
      return mapping.says("sidecars", values.getOrDefault(SIDECARS, ""));
    }
    if (condition instanceof Value.Mapping mapping) {
      String name = mapping.findText("param").orElse("");
      boolean wanted = mapping.has("in");
      String value = values.get(name);
      return value != null
          && isAmong(name, value, mapping.sequence(wanted ? "in" : "notIn")) == wanted;
    }
    Set<String> names = parameters(condition);
    return names.isEmpty()
        ? ((Value.Scalar) condition).text().equals("true")
        : "true".equals(values.get(names.iterator().next()));
  }

  private boolean isAmong(String name, String value, Value.Sequence items) {
    Declared parameter = parameters.get(name);
    for (Value item : items.items()) {
      boolean same =
          item instanceof Value.Scalar scalar
              && parameter != null
              && SampleValues.isSame(parameter, scalar.text(), value);
      if (same) {
        return true;
      }
    }
    return false;
  }
}
