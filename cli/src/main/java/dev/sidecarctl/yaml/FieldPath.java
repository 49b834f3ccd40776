package dev.sidecarctl.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from a document's root to a value: mapping keys and list indices.
 *
 * @param segments from the root down; the root itself has none
 */
public record FieldPath(List<Segment> segments) {
  private static final FieldPath ROOT = new FieldPath(List.of());

  /** Takes a copy. */
  public FieldPath {
    segments = List.copyOf(segments);
  }

  /** One step down. */
  public sealed interface Segment permits Key, Index {}

  /** Into a mapping. */
  public record Key(String name) implements Segment {
    // Written out: what the compiler makes for a record is put together at its first use, which
    // costs
    // milliseconds of every start.
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }
  }

  /** Into a list; from 0. */
  public record Index(int index) implements Segment {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Index that && index == that.index;
    }

    @Override
    public int hashCode() {
      return index;
    }
  }

  /** The document's root. */
  public static FieldPath root() {
    return ROOT;
  }

  /** The way down a chain of mapping keys. */
  public static FieldPath of(String... keys) {
    FieldPath path = ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /** One key further. */
  public FieldPath key(String name) {
    return then(new Key(name));
  }

  /** One list item further. */
  public FieldPath index(int index) {
    return then(new Index(index));
  }

  /** This path with another one behind it. */
  public FieldPath then(FieldPath further) {
    List<Segment> all = new ArrayList<>(segments);
    all.addAll(further.segments);
    return new FieldPath(all);
  }

  private FieldPath then(Segment segment) {
    List<Segment> all = new ArrayList<>(segments);
    all.add(segment);
    return new FieldPath(all);
  }

  /** The value that this path leads to from {@code root}; empty where the way ends early. */
  public Optional<Value> find(Value root) {
    Value value = root;
    for (Segment segment : segments) {
      Value next = step(value, segment);
      if (next == null) {
        return Optional.empty();
      }
      value = next;
    }
    return Optional.of(value);
  }

  /**
   * {@code root} with another value at this path; the mappings on the way are created where they
   * are missing or null.
   */
  public Value replace(Value root, Value replacement) {
    return replace(root, 0, replacement);
  }

  private Value replace(@Nullable Value at, int depth, Value replacement) {
    if (depth == segments.size()) {
      return replacement;
    }
    Segment segment = segments.get(depth);
    Value inner = replace(at == null ? null : step(at, segment), depth + 1, replacement);
    if (segment instanceof Index index && at instanceof Value.Sequence sequence) {
      List<Value> items = new ArrayList<>(sequence.items());
      items.set(index.index(), inner);
      return sequence.withItems(items);
    }
    Value.Mapping mapping = at instanceof Value.Mapping present ? present : Value.Mapping.empty();
    return segment instanceof Key key ? mapping.with(key.name(), inner) : mapping;
  }

  private static @Nullable Value step(Value value, Segment segment) {
    if (segment instanceof Key key) {
      return value instanceof Value.Mapping mapping ? mapping.entries().get(key.name()) : null;
    }
    int index = ((Index) segment).index();
    return value instanceof Value.Sequence sequence && index < sequence.items().size()
        ? sequence.items().get(index)
        : null;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FieldPath that && segments.equals(that.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  /** As Kubernetes writes it: {@code spec.containers[1].image}; a key with a dot in brackets. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      if (segment instanceof Index index) {
        text.append('[').append(index.index()).append(']');
      } else if (segment instanceof Key key) {
        if (key.name().indexOf('.') >= 0 || key.name().indexOf('/') >= 0) {
          text.append('[').append(key.name()).append(']');
        } else {
          text.append(text.length() == 0 ? "" : ".").append(key.name());
        }
      }
    }
    return text.toString();
  }
}
