package dev.sidecarctl.authoring;

import static dev.sidecarctl.authoring.CopiedSidecars.nameOf;

import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The template that gives a sidecar back that somebody once copied into a pod by hand: injected
 * into the pod without it, it gives the pod as it was.
 */
public final class CopyTemplate {
  private static final String ALWAYS = "Always";

  private final String name;
  private final CopiedSidecars copied;
  private final CopyParameters parameters = new CopyParameters();
  private boolean first;

  private CopyTemplate(String name, CopiedSidecars copied) {
    this.name = name;
    this.copied = copied;
  }

  /**
   * The text of the template.
   *
   * @param name the template's
   * @param spec the pod's {@code spec}
   * @param containers the names of the containers that are sidecars, all of them in the pod
   * @param from what the pod is of, for the comment in front
   */
  public static String of(String name, Value.Mapping spec, Set<String> containers, String from) {
    return new CopyTemplate(name, new CopiedSidecars(spec, containers)).text(from);
  }

  private String text(String from) {
    first = allComeFirst();
    Map<String, Value> parts = new LinkedHashMap<>();
    put("sidecars", containers("initContainers", true), parts);
    put("containers", containers("containers", false), parts);
    put("initContainers", containers("initContainers", false), parts);
    put("volumes", copied.volumes(), parts);
    put("targets", copied.targets(), parts);
    if (copied.sharesProcesses()) {
      parts.put("pod", mapping("spec", mapping("shareProcessNamespace", yes())));
    }
    if (first) {
      parts.put("placement", Value.text("First"));
    }
    Value.Mapping filled = parameters.fillIn(Value.Mapping.of(literal(parts)), copied);
    StringBuilder text = new StringBuilder();
    text.append("# Made out of ").append(from).append(" by sidecarctl template new --from.\n");
    text.append("# Look it through, then: sidecarctl template lint; inject --adopt takes over the")
        .append(" copies that are there.\n");
    for (String note : notes()) {
      text.append("# ").append(note).append('\n');
    }
    text.append("apiVersion: sidecarctl.dev/v1\nkind: SidecarTemplate\nmetadata:\n  name: ");
    text.append(YamlText.of(Value.text(name))).append("spec:\n  version: \"0.1.0\"\n");
    text.append("  description: ").append(description()).append('\n');
    text.append(indented(YamlText.of(mapping("parameters", parameters.declarations()))));
    text.append(indented(YamlText.of(filled)));
    return text.toString();
  }

  private String description() {
    Set<String> names = new TreeSet<>();
    for (String list : List.of("containers", "initContainers")) {
      copied.in(list).forEach(container -> names.add(nameOf(container)));
    }
    return "The container " + String.join(", ", names) + ", as " + "it was copied by hand.";
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (!copied.in("containers").isEmpty()) {
      notes.add(
          "Under containers it stays an ordinary container. Under sidecars it would be a native one"
              + " where the cluster has them.");
    }
    for (String volume : copied.borrowedVolumes()) {
      notes.add("It mounts the application's volume " + volume + ": a pod has to have that.");
    }
    return notes;
  }

  private static String indented(String yaml) {
    StringBuilder indented = new StringBuilder();
    yaml.lines()
        .forEach(line -> indented.append(line.isEmpty() ? "" : "  ").append(line).append('\n'));
    return indented.toString();
  }

  private static void put(String key, List<Value.Mapping> items, Map<String, Value> parts) {
    if (!items.isEmpty()) {
      parts.put(key, Value.Sequence.of(items));
    }
  }

  private List<Value.Mapping> containers(String list, boolean sidecars) {
    List<Value.Mapping> containers = new ArrayList<>();
    for (Value.Mapping container : copied.in(list)) {
      boolean isNative = list.equals("initContainers") && container.says("restartPolicy", ALWAYS);
      if (isNative == sidecars) {
        Value.Mapping bare = sidecars ? container.without("restartPolicy") : container;
        containers.add(placed(bare, list));
      }
    }
    return containers;
  }

  /** Behind all others is where containers go anyway. */
  private Value.Mapping placed(Value.Mapping container, String list) {
    Optional<String> successor = copied.successor(list, nameOf(container));
    if (first || successor.isEmpty()) {
      return container;
    }
    Optional<String> predecessor = copied.predecessor(list, nameOf(container));
    return predecessor.isPresent()
        ? withPlace(container, "after", predecessor.get())
        : withPlace(container, "before", successor.get());
  }

  private static Value.Mapping withPlace(Value.Mapping container, String side, String other) {
    Map<String, Value> entries = new LinkedHashMap<>();
    container.entries().forEach(entries::put);
    entries.put(side, Value.text(other));
    return container.withEntries(entries);
  }

  private boolean allComeFirst() {
    boolean any = false;
    for (String list : List.of("initContainers", "containers")) {
      for (Value.Mapping container : copied.in(list)) {
        boolean others = !copied.othersIn(list).isEmpty();
        if (others && copied.predecessor(list, nameOf(container)).isPresent()) {
          return false;
        }
        any |= others;
      }
    }
    return any;
  }

  /** What looks like a reference in the pod is none. */
  private static Map<String, Value> literal(Map<String, Value> parts) {
    Map<String, Value> literal = new LinkedHashMap<>();
    parts.forEach((key, value) -> literal.put(key, literal(value)));
    return literal;
  }

  private static Value literal(Value value) {
    if (value instanceof Value.Mapping mapping) {
      return mapping.withEntries(literal(mapping.entries()));
    }
    if (value instanceof Value.Sequence list) {
      return list.withItems(list.items().stream().map(CopyTemplate::literal).toList());
    }
    Optional<String> text = value.asText();
    return text.isPresent() ? Value.text(SidecarTemplate.literal(text.get())) : value;
  }

  private static Value.Mapping mapping(String key, Value value) {
    return Value.Mapping.of(Map.of(key, value));
  }

  private static Value yes() {
    return new Value.Scalar(Value.Kind.BOOLEAN, "true", null);
  }
}
