package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.YamlNode.AliasNode;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import dev.sidecarctl.yaml.YamlNode.Style;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads nodes as kubectl does. Each node is read once: an alias gives the very value of its anchor,
 * so that expanding aliases costs no memory; what it would cost is counted all the same.
 */
final class ValueReader {
  private final Source source;
  private final IdentityHashMap<YamlNode, Reading> readings = new IdentityHashMap<>();

  /**
   * A node's data.
   *
   * @param size number of values in it, aliases expanded
   * @param height levels of lists and mappings in it
   */
  private record Reading(Value value, long size, int height) {}

  /** What a mapping or list gathers while its parts are read. */
  private static final class Tally {
    private long size = 1;
    private int height = 1;

    void add(Reading part) {
      size += part.size();
      height = Math.max(height, part.height() + 1);
    }
  }

  ValueReader(Source source) {
    this.source = source;
  }

  /** The data of a node of the document. */
  Value value(YamlNode node) {
    return read(node).value();
  }

  private Reading read(YamlNode node) {
    if (node instanceof AliasNode alias) {
      return read(alias.target());
    }
    Reading known = readings.get(node);
    if (known != null) {
      return known;
    }
    Reading reading;
    if (node instanceof MappingNode mapping) {
      reading = mapping(mapping);
    } else if (node instanceof SequenceNode sequence) {
      reading = sequence(sequence);
    } else {
      reading = new Reading(scalar((ScalarNode) node), 1, 0);
    }
    check(node, reading);
    readings.put(node, reading);
    return reading;
  }

  private void check(YamlNode node, Reading reading) {
    if (reading.size() > Limits.EXPANDED_VALUES) {
      throw refusal(node, "aliases expand to more than " + Limits.EXPANDED_VALUES + " values");
    }
    if (reading.height() > Limits.DEPTH) {
      throw refusal(node, "aliases nest deeper than " + Limits.DEPTH + " levels");
    }
  }

  private RefusedException refusal(YamlNode node, String message) {
    return new RefusedException(Diagnostic.error(Code.YAML_SYNTAX, message, location(node)));
  }

  private Value scalar(ScalarNode scalar) {
    Location origin = location(scalar);
    if (scalar.extent().tag() != null) {
      return TaggedScalars.resolve(scalar, origin);
    }
    return scalar.style() == Style.PLAIN
        ? ScalarResolver.resolve(scalar.text(), origin)
        : new Value.Scalar(Value.Kind.STRING, scalar.text(), origin);
  }

  private Reading sequence(SequenceNode sequence) {
    List<Value> values = new ArrayList<>(sequence.items().size());
    Tally tally = new Tally();
    for (Item item : sequence.items()) {
      Reading part = read(item.value());
      tally.add(part);
      values.add(part.value());
    }
    Value value = new Value.Sequence(values, location(sequence));
    return new Reading(value, tally.size, tally.height);
  }

  private Reading mapping(MappingNode mapping) {
    Map<String, Value> values = new LinkedHashMap<>();
    Map<String, Location> places = new HashMap<>();
    Tally tally = new Tally();
    for (Entry entry : mapping.entries()) {
      Reading part = read(entry.value());
      tally.add(part);
      if (MappingKeys.isMerge(entry.key()) && MergeKey.isMergeable(entry.value())) {
        merge(entry.value(), values, places);
      } else {
        String key = MappingKeys.canonical(entry.key(), source.text());
        values.put(key, part.value());
        places.put(key, location(entry.key()));
      }
    }
    Value value = new Value.Mapping(values, places, location(mapping));
    return new Reading(value, tally.size, tally.height);
  }

  /**
   * Go's reader puts merged entries in as if they stood here: later entries win, not local ones.
   */
  private void merge(YamlNode merged, Map<String, Value> values, Map<String, Location> places) {
    for (YamlNode part : MergeKey.inOrder(merged)) {
      Value.Mapping mapping = (Value.Mapping) value(part);
      values.putAll(mapping.entries());
      for (String key : mapping.entries().keySet()) {
        mapping.keyOrigin(key).ifPresent(place -> places.put(key, place));
      }
    }
  }

  private Location location(YamlNode node) {
    return new Location(source, new Span(node.extent().body(), node.extent().end()));
  }
}
