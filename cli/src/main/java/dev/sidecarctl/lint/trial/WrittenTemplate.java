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
          .ifPresent(value -> visit(value, FieldPath.of("spec").key(part), "", List.of()));
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

  private void visit(Value value, FieldPath at, String repeated, List<Value> conditions) {
    if (value instanceof Value.Sequence list) {
      int index = 0;
      for (Value item : list.items()) {
        visit(item, at.index(index++), repeated, conditions);
      }
    } else if (value instanceof Value.Mapping mapping) {
      visit(mapping, at, repeated, conditions);
    } else if (value.asText().isPresent()) {
      places.add(new WrittenPlace((Value.Scalar) value, at, repeated));
      used.addAll(WrittenText.of(value.asText().get()).parameters());
    }
  }

  private void visit(Value.Mapping mapping, FieldPath at, String repeated, List<Value> outer) {
    String list = mapping.findText(FOR_EACH).orElse(repeated);
    used.add(list);
    List<Value> conditions = outer;
    Value condition = mapping.find(WHEN).orElse(null);
    if (condition != null) {
      conditions = new ArrayList<>(outer);
      conditions.add(condition);
      used.addAll(Conditions.parameters(condition));
      List<Value> all = List.copyOf(conditions);
      mapping.keyOrigin(WHEN).ifPresent(place -> guards.add(new Guard(all, place)));
    }
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      used.addAll(WrittenText.of(entry.getKey()).parameters());
      if (!entry.getKey().equals(WHEN) && !entry.getKey().equals(FOR_EACH)) {
        visit(entry.getValue(), at.key(entry.getKey()), list, conditions);
      }
    }
  }
}
