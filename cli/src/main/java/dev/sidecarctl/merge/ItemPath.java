package dev.sidecarctl.merge;

import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The name of an item in a pod template that outlives reformatting and reordering: mapping keys,
 * and for items of lists their list-map key ({@code spec/containers/app/env/LOG_DIR}), or {@code =}
 * and a digest where the list has none. Slashes and tildes in a segment are escaped as in a JSON
 * Pointer (RFC 6901).
 */
public final class ItemPath implements Comparable<ItemPath> {
  private final List<String> segments;

  /** Made when first asked for: paths are sorted by it. */
  private @Nullable String text;

  /**
   * Takes a copy.
   *
   * @param segments from the pod template down
   */
  public ItemPath(List<String> segments) {
    this.segments = List.copyOf(segments);
  }

  /** From the pod template down. */
  public List<String> segments() {
    return segments;
  }

  /** The path of these segments. */
  public static ItemPath of(String... segments) {
    return new ItemPath(List.of(segments));
  }

  /** Reads the form that {@link #toString} writes. */
  public static ItemPath parse(String text) {
    List<String> segments = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int slash = text.indexOf('/', start);
      int end = slash < 0 ? text.length() : slash;
      segments.add(text.substring(start, end).replace("~1", "/").replace("~0", "~"));
      start = end + 1;
    }
    return new ItemPath(segments);
  }

  /** One segment further: a field of a mapping, or the segment of a list's item. */
  public ItemPath then(String segment) {
    List<String> all = new ArrayList<>(segments);
    all.add(segment);
    return new ItemPath(all);
  }

  /** The name of an item of the list that this path names. */
  public ItemPath toItem(Value item) {
    return then(itemSegment(last(), item));
  }

  /** The path of what holds the item: its list or mapping. */
  ItemPath parent() {
    return new ItemPath(segments.subList(0, segments.size() - 1));
  }

  /** The last segment. */
  public String last() {
    return segments.get(segments.size() - 1);
  }

  /** The field of the list that the item is in. */
  String list() {
    return segments.get(segments.size() - 2);
  }

  int size() {
    return segments.size();
  }

  /** Whether this is {@code other}, or something inside it. */
  public boolean within(ItemPath other) {
    return size() >= other.size() && segments.subList(0, other.size()).equals(other.segments);
  }

  /** What a value at this path means to a cluster. */
  Value meaningOf(Value value) {
    return Meaning.ofEntry(size() > 1 ? list() : "", last(), value);
  }

  /** Whether two values at this path mean the same to a cluster. */
  boolean sameMeaning(Value left, Value right) {
    return Meaning.sameEntry(size() > 1 ? list() : "", last(), left, right);
  }

  /** Whether this is one of those, or something inside one. */
  boolean withinAny(Set<ItemPath> others) {
    for (int size = 1; size <= size(); size++) {
      if (others.contains(new ItemPath(segments.subList(0, size)))) {
        return true;
      }
    }
    return false;
  }

  /** The value of that name in a pod template. */
  public Optional<Value> find(Value pod) {
    Optional<FieldPath> place = location(pod);
    return place.isPresent() ? place.get().find(pod) : Optional.empty();
  }

  /** Where the item of that name is in a pod template now; list items by their index. */
  public Optional<FieldPath> location(Value pod) {
    FieldPath path = FieldPath.root();
    Value at = pod;
    String field = "";
    for (String segment : segments) {
      if (at instanceof Value.Mapping mapping) {
        Value next = mapping.entries().get(segment);
        if (next == null) {
          return Optional.empty();
        }
        path = path.key(segment);
        at = next;
        field = segment;
      } else {
        int index = at instanceof Value.Sequence list ? indexOf(field, list, segment) : -1;
        if (index < 0) {
          return Optional.empty();
        }
        path = path.index(index);
        at = ((Value.Sequence) at).items().get(index);
      }
    }
    return Optional.of(path);
  }

  /** The name of what stands at {@code path} in {@code root}; list items by their key. */
  public static ItemPath naming(Value root, FieldPath path) {
    List<String> segments = new ArrayList<>();
    @Nullable Value at = root;
    String field = "";
    for (FieldPath.Segment segment : path.segments()) {
      if (segment instanceof FieldPath.Key key) {
        field = key.name();
        segments.add(field);
        at = at instanceof Value.Mapping mapping ? mapping.entries().get(field) : null;
      } else {
        int index = ((FieldPath.Index) segment).index();
        at = at instanceof Value.Sequence list ? list.items().get(index) : null;
        segments.add(at == null ? String.valueOf(index) : itemSegment(field, at));
      }
    }
    return new ItemPath(segments);
  }

  /**
   * The segment that names an item in the list under {@code field}. A container without a name, as
   * Knative allows one, has the empty segment.
   */
  static String itemSegment(String field, Value item) {
    if (item instanceof Value.Mapping mapping) {
      Optional<String> key = ListMapKeys.key(field, mapping);
      if (key.isPresent() || ListMapKeys.holdsContainers(field)) {
        return key.orElse(ListMapKeys.NAMELESS);
      }
    }
    return "=" + Digest.of(Meaning.of(field, item));
  }

  /** The index of an item by its segment; -1 if it is not there. */
  static int indexOf(String field, Value.Sequence list, String segment) {
    for (int i = 0; i < list.items().size(); i++) {
      if (itemSegment(field, list.items().get(i)).equals(segment)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ItemPath that && segments.equals(that.segments);
  }

  @Override
  public int hashCode() {
    return segments.hashCode();
  }

  @Override
  public int compareTo(ItemPath other) {
    return toString().compareTo(other.toString());
  }

  /** The form that stands in the record. */
  @Override
  public String toString() {
    String known = text;
    if (known == null) {
      known = write();
      text = known;
    }
    return known;
  }

  private String write() {
    StringBuilder written = new StringBuilder();
    for (String segment : segments) {
      if (written.length() > 0) {
        written.append('/');
      }
      boolean plain = segment.indexOf('~') < 0 && segment.indexOf('/') < 0;
      written.append(plain ? segment : segment.replace("~", "~0").replace("/", "~1"));
    }
    return written.toString();
  }
}
