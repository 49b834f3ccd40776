package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data as kubectl understands it: scalars resolved, aliases and merge keys expanded, keys as
 * strings. Immutable.
 *
 * <p>Two values are equal when they mean the same data; where they come from, and the order of
 * mapping keys, do not count.
 */
public sealed interface Value permits Value.Mapping, Value.Sequence, Value.Scalar {

  /** The place the value was read from; empty for a value that code made. */
  Optional<Location> origin();

  /** The scalar null. */
  static Scalar nothing() {
    return Scalar.NOTHING;
  }

  /** A string that code made. */
  static Scalar text(String text) {
    return new Scalar(Kind.STRING, text, null);
  }

  /** Whether this is a null, written or left out. */
  default boolean isNull() {
    return this instanceof Scalar scalar && scalar.kind() == Kind.NULL;
  }

  /** The text of a string scalar; empty for everything else. */
  default Optional<String> asText() {
    return this instanceof Scalar scalar && scalar.kind() == Kind.STRING
        ? Optional.of(scalar.text())
        : Optional.empty();
  }

  /** Whether this is a certain string. */
  default boolean isText(String text) {
    return this instanceof Scalar scalar
        && scalar.kind() == Kind.STRING
        && scalar.text().equals(text);
  }

  /** What a scalar is. */
  enum Kind {
    STRING,
    INTEGER,
    FLOAT,
    BOOLEAN,
    NULL
  }

  /** A scalar. {@code text} is canonical: decimal digits, {@code true}, {@code null}. */
  final class Scalar implements Value {
    private static final Scalar NOTHING = new Scalar(Kind.NULL, "null", null);

    private final Kind kind;
    private final String text;
    private final @Nullable Location origin;

    /**
     * @param kind what it is
     * @param text the string itself, or the canonical form of a number, boolean or null
     * @param origin where it was read
     */
    public Scalar(Kind kind, String text, @Nullable Location origin) {
      this.kind = kind;
      this.text = text;
      this.origin = origin;
    }

    /** What it is. */
    public Kind kind() {
      return kind;
    }

    /** The string itself, or the canonical form. */
    public String text() {
      return text;
    }

    @Override
    public Optional<Location> origin() {
      return Optional.ofNullable(origin);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Scalar that && kind == that.kind && text.equals(that.text);
    }

    @Override
    public int hashCode() {
      return text.hashCode() * 31 + kind.hashCode();
    }

    @Override
    public String toString() {
      return kind == Kind.STRING ? '"' + text + '"' : text;
    }
  }

  /** A list. */
  final class Sequence implements Value {
    private static final Sequence EMPTY = new Sequence(List.of(), null);

    private final List<Value> items;
    private final @Nullable Location origin;

    /**
     * @param items in order
     * @param origin where it was read
     */
    public Sequence(List<? extends Value> items, @Nullable Location origin) {
      this.items = List.copyOf(items);
      this.origin = origin;
    }

    /** A list without items. */
    public static Sequence empty() {
      return EMPTY;
    }

    /** A list that code made. */
    public static Sequence of(List<? extends Value> items) {
      return new Sequence(items, null);
    }

    /** The items, in order. */
    public List<Value> items() {
      return items;
    }

    /** The same list, at the same place, with other items. */
    public Sequence withItems(List<? extends Value> newItems) {
      return new Sequence(newItems, origin);
    }

    @Override
    public Optional<Location> origin() {
      return Optional.ofNullable(origin);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other == this || (other instanceof Sequence that && items.equals(that.items));
    }

    @Override
    public int hashCode() {
      return items.hashCode();
    }

    @Override
    public String toString() {
      return items.toString();
    }
  }

  /** A mapping; keys are strings and keep their order. */
  final class Mapping implements Value {
    private static final Mapping EMPTY = new Mapping(Map.of(), Map.of(), null);

    private final Map<String, Value> entries;
    private final Map<String, Location> keyOrigins;
    private final @Nullable Location origin;

    /**
     * @param entries in order; the mapping keeps a copy
     * @param keyOrigins where each key was read, for those that were
     * @param origin where the mapping was read
     */
    public Mapping(
        Map<String, ? extends Value> entries,
        Map<String, Location> keyOrigins,
        @Nullable Location origin) {
      this(keyOrigins, origin, new LinkedHashMap<>(entries));
    }

    /** Takes over entries that nobody else changes. */
    private Mapping(
        Map<String, Location> keyOrigins, @Nullable Location origin, Map<String, Value> entries) {
      this.entries = java.util.Collections.unmodifiableMap(entries);
      this.keyOrigins = keyOrigins;
      this.origin = origin;
    }

    /** A mapping without keys. */
    public static Mapping empty() {
      return EMPTY;
    }

    /** A mapping that code made. */
    public static Mapping of(Map<String, ? extends Value> entries) {
      return new Mapping(entries, Map.of(), null);
    }

    /** The entries, in order; not to be changed. */
    public Map<String, Value> entries() {
      return entries;
    }

    /** The value of a key, if the key is there; a written null is a value. */
    public Optional<Value> find(String key) {
      return Optional.ofNullable(entries.get(key));
    }

    /** Whether a key is there and is not null. */
    public boolean has(String key) {
      Value value = entries.get(key);
      return value != null && !value.isNull();
    }

    /** Whether there is a certain string under a key. */
    public boolean says(String key, String text) {
      Value value = entries.get(key);
      return value != null && value.isText(text);
    }

    /** The string under a key; empty if there is none or it is no string. */
    public Optional<String> findText(String key) {
      Value value = entries.get(key);
      return value == null ? Optional.empty() : value.asText();
    }

    /** The mapping under a key; an empty one if there is none or it is no mapping. */
    public Mapping mapping(String key) {
      return entries.get(key) instanceof Mapping mapping ? mapping : EMPTY;
    }

    /** The list under a key; an empty one if there is none or it is no list. */
    public Sequence sequence(String key) {
      return entries.get(key) instanceof Sequence sequence ? sequence : Sequence.EMPTY;
    }

    /** Where a key itself was read. */
    public Optional<Location> keyOrigin(String key) {
      return Optional.ofNullable(keyOrigins.get(key));
    }

    /** The same mapping with a key set: in its place if it is there, else at the end. */
    public Mapping with(String key, Value value) {
      Map<String, Value> copy = new LinkedHashMap<>(entries);
      copy.put(key, value);
      return new Mapping(keyOrigins, origin, copy);
    }

    /** The same mapping with a key set: in its place if it is there, else right before another. */
    public Mapping withBefore(String successor, String key, Value value) {
      if (entries.containsKey(key) || !entries.containsKey(successor)) {
        return with(key, value);
      }
      Map<String, Value> copy = new LinkedHashMap<>();
      for (Map.Entry<String, Value> entry : entries.entrySet()) {
        if (entry.getKey().equals(successor)) {
          copy.put(key, value);
        }
        copy.put(entry.getKey(), entry.getValue());
      }
      return new Mapping(keyOrigins, origin, copy);
    }

    /** The same mapping, at the same place, with other entries. */
    public Mapping withEntries(Map<String, ? extends Value> newEntries) {
      return new Mapping(keyOrigins, origin, new LinkedHashMap<>(newEntries));
    }

    /** The same mapping without a key. */
    public Mapping without(String key) {
      if (!entries.containsKey(key)) {
        return this;
      }
      Map<String, Value> copy = new LinkedHashMap<>(entries);
      copy.remove(key);
      return new Mapping(keyOrigins, origin, copy);
    }

    @Override
    public Optional<Location> origin() {
      return Optional.ofNullable(origin);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other == this || (other instanceof Mapping that && entries.equals(that.entries));
    }

    @Override
    public int hashCode() {
      return entries.hashCode();
    }

    @Override
    public String toString() {
      return entries.toString();
    }
  }

  /** Whether two values are equal and, besides, their mappings list their keys in one order. */
  static boolean sameInOrder(Value left, Value right) {
    if (left instanceof Mapping a && right instanceof Mapping b) {
      List<String> keys = new ArrayList<>(a.entries().keySet());
      if (!keys.equals(new ArrayList<>(b.entries().keySet()))) {
        return false;
      }
      for (String key : keys) {
        if (!sameInOrder(a.find(key).orElseThrow(), b.find(key).orElseThrow())) {
          return false;
        }
      }
      return true;
    }
    if (left instanceof Sequence a && right instanceof Sequence b) {
      if (a.items().size() != b.items().size()) {
        return false;
      }
      for (int i = 0; i < a.items().size(); i++) {
        if (!sameInOrder(a.items().get(i), b.items().get(i))) {
          return false;
        }
      }
      return true;
    }
    return left.equals(right);
  }
}
