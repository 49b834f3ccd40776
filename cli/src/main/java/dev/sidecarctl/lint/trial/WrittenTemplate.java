package dev.sidecarctl.lint.trial;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.WrittenText;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A template as it is written: its parameters, its texts, its conditions. */
public final class WrittenTemplate {
  /** The parts in which references are filled in. */
  private static final List<String> FILLED =
      List.of("sidecars", "containers", "initContainers", "volumes", "targets", "pod");

  private static final String WHEN = "when";
  private static final String FOR_EACH = "forEach";

  private final SidecarTemplate template;
  private final Map<String, Declared> parameters = new LinkedHashMap<>();
  private final List<WrittenPlace> places = new ArrayList<>();
  private final List<Guard> guards = new ArrayList<>();
  private final Set<String> used = new HashSet<>();

  /**
   * A place with a condition.
   *
   * @param conditions its own last, after those of what is around it
   * @param at where {@code when} stands
   */
  public record Guard(List<Value> conditions, Location at) {}

  /** Looks at a template. */
  public WrittenTemplate(SidecarTemplate template) {
    this.template = template;
    for (Value item : spec().sequence("parameters").items()) {
      if (item instanceof Value.Mapping declaration) {
        Declared parameter = new Declared(declaration);
        parameters.put(parameter.name(), parameter);
      }
    }
    for (String part : FILLED) {
      spec()
          .find(part)
          .ifPresent(
              value -> visit(value, new Scope(FieldPath.of("spec", part), "", List.of(), false)));
    }
  }

  /** The template itself. */
  public SidecarTemplate template() {
    return template;
  }

  /** What stands under {@code spec}. */
  public Value.Mapping spec() {
    return template.written().mapping("spec");
  }

  /** The parameters by name, in order. */
  public Map<String, Declared> parameters() {
    return parameters;
  }

  /** Every string of the parts that are filled in. */
  public List<WrittenPlace> places() {
    return places;
  }

  /** Every place with a condition. */
  public List<Guard> guards() {
    return guards;
  }

  /** The parameters that something refers to. */
  public Set<String> used() {
    return used;
  }

  /** The kinds of workloads that it asks for; none where it takes any. */
  public List<String> kinds() {
    List<String> kinds = new ArrayList<>();
    for (Value kind : spec().mapping("match").sequence("kinds").items()) {
      kind.asText().ifPresent(kinds::add);
    }
    return kinds.contains("*") ? List.of() : kinds;
  }

  private void visit(Value value, Scope scope) {
    if (value instanceof Value.Sequence list) {
      int index = 0;
      for (Value item : list.items()) {
        visit(item, scope.at(scope.path().index(index++)));
      }
    } else if (value instanceof Value.Mapping mapping) {
      visitMapping(mapping, scope);
    } else if (value.asText().isPresent()) {
      places.add(new WrittenPlace((Value.Scalar) value, scope.path(), scope.repeated()));
      used.addAll(WrittenText.of(value.asText().get()).parameters());
    }
  }

  private void visitMapping(Value.Mapping mapping, Scope outer) {
    boolean data = outer.structure() && !isRuledValue(mapping);
    Scope scope = data ? outer : ruled(mapping, outer);
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      String key = entry.getKey();
      used.addAll(WrittenText.of(key).parameters());
      if (data || !isRule(key, entry.getValue())) {
        Scope below = scope.at(scope.path().key(key));
        visit(entry.getValue(), isStructure(mapping, key) ? below.asStructure() : below);
      }
    }
  }

  /** Whether an entry rules its mapping, and is not one of a map that has such a key by chance. */
  private boolean isRule(String key, Value value) {
    return key.equals(WHEN)
        ? Conditions.isCondition(value)
        : key.equals(FOR_EACH) && parameters.containsKey(value.asText().orElse(""));
  }

  /** What holds below a mapping, once its own condition and repetition are noted. */
  private Scope ruled(Value.Mapping mapping, Scope outer) {
    Scope scope = outer;
    Value list = mapping.find(FOR_EACH).orElse(Value.nothing());
    if (isRule(FOR_EACH, list)) {
      used.add(list.asText().orElse(""));
      scope = scope.repeatedFor(list.asText().orElse(""));
    }
    Value condition = mapping.find(WHEN).orElse(Value.nothing());
    if (isRule(WHEN, condition)) {
      used.addAll(Conditions.parameters(condition));
      scope = scope.under(condition);
      List<Value> all = scope.conditions();
      mapping.keyOrigin(WHEN).ifPresent(place -> guards.add(new Guard(all, place)));
    }
    return scope;
  }

  /** Whether below a key data stand that become a text, in which keys mean nothing. */
  private static boolean isStructure(Value.Mapping mapping, String key) {
    int rules = mapping.has(WHEN) ? 1 : 0;
    rules += mapping.has(FOR_EACH) ? 1 : 0;
    return (key.equals("yaml") || key.equals("json")) && mapping.entries().size() == rules + 1;
  }

  private static boolean isRuledValue(Value.Mapping mapping) {
    int rules = mapping.has(WHEN) ? 1 : 0;
    rules += mapping.has(FOR_EACH) ? 1 : 0;
    return rules > 0 && mapping.has("value") && mapping.entries().size() == rules + 1;
  }

  /**
   * Where a value stands.
   *
   * @param path the way to it
   * @param repeated the list parameter whose element {@code $(item)} is; empty for none
   * @param conditions those that have to hold
   * @param structure whether it is part of data that become a text
   */
  private record Scope(FieldPath path, String repeated, List<Value> conditions, boolean structure) {

    Scope at(FieldPath other) {
      return new Scope(other, repeated, conditions, structure);
    }

    Scope repeatedFor(String list) {
      return new Scope(path, list, conditions, structure);
    }

    Scope under(Value condition) {
      List<Value> all = new ArrayList<>(conditions);
      all.add(condition);
      return new Scope(path, repeated, List.copyOf(all), structure);
    }

    Scope asStructure() {
      return new Scope(path, repeated, conditions, true);
    }
  }
}
