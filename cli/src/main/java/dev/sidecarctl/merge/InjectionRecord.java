package dev.sidecarctl.merge;

import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What sidecarctl added to a workload: the content of the annotation {@code sidecarctl.dev/status}.
 *
 * @param templates by name
 * @param was the user's text that an edit replaced, by the name of the slot: an {@link ItemPath} in
 *     the pod template, or, with a slash in front, the way from the manifest's root
 */
public record InjectionRecord(SortedMap<String, Entry> templates, SortedMap<String, String> was) {

  /** The annotation's key. */
  public static final String ANNOTATION = "sidecarctl.dev/status";

  /**
   * What one template added.
   *
   * @param version the template's; empty if it had none
   * @param added the items, with fingerprints
   */
  record Entry(String version, SortedMap<ItemPath, Digests> added) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry that
          && version.equals(that.version)
          && added.equals(that.added);
    }

    @Override
    public int hashCode() {
      return version.hashCode() * 31 + added.hashCode();
    }

    /** The same with other fingerprints of those items that are among its own. */
    Entry with(Map<ItemPath, Digests> changed) {
      SortedMap<ItemPath, Digests> now = new TreeMap<>(added);
      now.replaceAll(changed::getOrDefault);
      return new Entry(version, now);
    }
  }

  /** Takes read-only views. */
  public InjectionRecord {
    templates = Collections.unmodifiableSortedMap(templates);
    was = Collections.unmodifiableSortedMap(was);
  }

  /** The record of a workload that nothing was added to. */
  public static InjectionRecord none() {
    return new InjectionRecord(new TreeMap<>(), new TreeMap<>());
  }

  // Written out: what the compiler makes for a record is put together at its first use, which costs
  // milliseconds of every start.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof InjectionRecord that
        && templates.equals(that.templates)
        && was.equals(that.was);
  }

  @Override
  public int hashCode() {
    return templates.hashCode() * 31 + was.hashCode();
  }

  /** Whether nothing was added. */
  public boolean isEmpty() {
    return templates.isEmpty();
  }

  /** Names of the recorded templates, sorted. */
  public List<String> names() {
    return List.copyOf(templates.keySet());
  }

  /** Whether these templates are recorded, and in another record likewise. */
  public boolean agreesWith(InjectionRecord other, List<String> names) {
    for (String name : names) {
      Entry entry = templates.get(name);
      if (entry == null || !entry.equals(other.templates.get(name))) {
        return false;
      }
    }
    return true;
  }

  /** The version of a template as it is recorded; empty if there is none. */
  public String version(String template) {
    Entry entry = templates.get(template);
    return entry == null ? "" : entry.version();
  }

  /** The names of all recorded items, in order. */
  public Set<ItemPath> items() {
    Set<ItemPath> items = new TreeSet<>();
    for (Entry entry : templates.values()) {
      items.addAll(entry.added().keySet());
    }
    return items;
  }

  /** The items that go when these templates go: recorded for them and for no other template. */
  Set<ItemPath> itemsOnlyOf(Set<String> names) {
    Set<ItemPath> items = new TreeSet<>();
    Set<ItemPath> others = new TreeSet<>();
    for (Map.Entry<String, Entry> entry : templates.entrySet()) {
      Set<ItemPath> added = entry.getValue().added().keySet();
      (names.contains(entry.getKey()) ? items : others).addAll(added);
    }
    items.removeAll(others);
    items.removeAll(usersOwn(names));
    return items;
  }

  /** Items of these templates that the user has come to own: nobody takes them out. */
  Set<ItemPath> usersOwn(Set<String> names) {
    Set<ItemPath> own = new TreeSet<>();
    for (String name : names) {
      Entry entry = templates.get(name);
      if (entry != null) {
        entry
            .added()
            .forEach(
                (item, digests) -> {
                  if (digests.isUsers()) {
                    own.add(item);
                  }
                });
      }
    }
    return own;
  }

  /** The fingerprints of an item, as any of these templates recorded them. */
  Optional<Digests> digests(Set<String> names, ItemPath item) {
    for (String name : names) {
      Entry entry = templates.get(name);
      Digests digests = entry == null ? null : entry.added().get(item);
      if (digests != null) {
        return Optional.of(digests);
      }
    }
    return Optional.empty();
  }

  /** Items of these templates that stand in place of something of the user's. */
  Set<ItemPath> replacing(Set<String> names) {
    Set<ItemPath> replacing = new TreeSet<>();
    for (String name : names) {
      Entry entry = templates.get(name);
      if (entry != null) {
        for (ItemPath item : entry.added().keySet()) {
          if (was.containsKey(item.toString())) {
            replacing.add(item);
          }
        }
      }
    }
    return replacing;
  }

  /** The items of each template. */
  Map<String, SortedMap<ItemPath, Digests>> claims() {
    Map<String, SortedMap<ItemPath, Digests>> claims = new TreeMap<>();
    templates.forEach((name, entry) -> claims.put(name, entry.added()));
    return claims;
  }

  /** Whether an item is recorded by that very name. */
  public boolean names(ItemPath item) {
    for (Entry entry : templates.values()) {
      if (entry.added().containsKey(item)) {
        return true;
      }
    }
    return false;
  }

  /** Where the recorded items are in a pod template. */
  public List<FieldPath> locations(Value pod) {
    List<FieldPath> locations = new ArrayList<>();
    for (ItemPath item : items()) {
      item.location(pod).ifPresent(locations::add);
    }
    return locations;
  }

  /** Whether a path is a recorded item, or something inside one. */
  public boolean covers(ItemPath path) {
    for (Entry entry : templates.values()) {
      for (ItemPath item : entry.added().keySet()) {
        if (path.within(item)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a recorded item is at a path, or somewhere inside it. */
  public boolean reachesInto(ItemPath path) {
    for (Entry entry : templates.values()) {
      for (ItemPath item : entry.added().keySet()) {
        if (item.within(path)) {
          return true;
        }
      }
    }
    return false;
  }

  /** This record with other replaced texts. */
  public InjectionRecord withWas(SortedMap<String, String> newWas) {
    return new InjectionRecord(templates, newWas);
  }
}
