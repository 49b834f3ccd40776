package dev.sidecarctl.merge;

import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints of one recorded item: of the whole value, or, where the item is a mapping in a
 * list with keys, of each of its {@link ItemParts parts}.
 *
 * @param whole the one fingerprint; empty where there are parts
 * @param parts by part
 */
record Digests(String whole, SortedMap<String, String> parts) {

  /** Stands in place of a fingerprint where the user owns a part of our item. */
  static final String USERS = "user";

  /** The part that stands for an item as a whole. */
  static final String ALL = "";

  // Written out, as in InjectionRecord.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Digests that && whole.equals(that.whole) && parts.equals(that.parts);
  }

  @Override
  public int hashCode() {
    return whole.hashCode() * 31 + parts.hashCode();
  }

  /** The fingerprint of a value that is owned as one. */
  static Digests whole(String digest) {
    return new Digests(digest, new TreeMap<>());
  }

  /**
   * Takes the fingerprints of an item.
   *
   * @param path its name
   * @param item what the template says of it
   */
  static Digests of(ItemPath path, Value item) {
    if (!ItemParts.hasParts(path, item)) {
      return whole(Digest.of(path.meaningOf(item)));
    }
    SortedMap<String, String> digests = new TreeMap<>();
    Value.Mapping mapping = (Value.Mapping) item;
    for (Map.Entry<String, Value> part : ItemParts.of(path.list(), mapping).entrySet()) {
      digests.put(part.getKey(), ofPart(part.getKey(), part.getValue()));
    }
    return new Digests("", digests);
  }

  /** The fingerprint of one part of an item. */
  static String ofPart(String part, Value value) {
    return Digest.of(Meaning.of(ItemParts.field(part), value));
  }

  /** The same, but that the user owns some parts. */
  Digests withUsers(Set<String> users) {
    if (users.contains(ALL)) {
      return whole(USERS);
    }
    if (users.isEmpty()) {
      return this;
    }
    SortedMap<String, String> rest = new TreeMap<>(parts);
    users.forEach(part -> rest.put(part, USERS));
    return new Digests("", rest);
  }

  /** The parts that the user owns. */
  Set<String> usersParts() {
    Set<String> users = new TreeSet<>();
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (part.getValue().equals(USERS)) {
        users.add(part.getKey());
      }
    }
    return users;
  }

  /** Whether the user owns the item. */
  boolean isUsers() {
    return whole.equals(USERS);
  }

  /** Whether the item is owned as one. */
  boolean isWhole() {
    return !whole.isEmpty();
  }
}
