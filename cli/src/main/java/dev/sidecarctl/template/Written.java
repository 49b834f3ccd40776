package dev.sidecarctl.template;

import dev.sidecarctl.yaml.Value;
import java.util.List;

/**
 * The keys by which a mapping of a template stands for something else than itself: for a scalar
 * under a condition, for a text that is given as a structure, for several items of a list.
 */
final class Written {
  /** Names the list parameter for whose elements an item is repeated. */
  static final String FOR_EACH = "forEach";

  /** What a mapping in place of a scalar stands for. */
  static final String VALUE = "value";

  /** A structure that becomes a text in YAML. */
  static final String YAML = "yaml";

  /** A structure that becomes a text in JSON. */
  static final String JSON = "json";

  /** What rules an item. */
  static final List<String> RULES = List.of(Condition.WHEN, FOR_EACH);

  /** What a mapping in place of a scalar has one of. */
  static final List<String> CONTENTS = List.of(VALUE, YAML, JSON);

  private Written() {}

  /** Whether an item has a condition, or is repeated. */
  static boolean isRuled(Value.Mapping item) {
    return item.has(Condition.WHEN) || item.has(FOR_EACH);
  }

  /** An item without what rules it. */
  static Value.Mapping bare(Value.Mapping item) {
    return item.without(Condition.WHEN).without(FOR_EACH);
  }

  /**
   * Whether a mapping inside a structure is no data but stands for a value: it has {@code value},
   * what rules it, and nothing else.
   */
  static boolean isRuledValue(Value.Mapping mapping) {
    return mapping.entries().containsKey(VALUE)
        && isRuled(mapping)
        && bare(mapping).entries().size() == 1;
  }
}
