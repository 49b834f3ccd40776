package dev.sidecarctl.check.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A type of objects.
 *
 * @param name such as {@code V1Container}
 * @param versions in which it exists
 * @param properties the forms of each property, by its name
 */
public record Definition(String name, int versions, Map<String, List<Property>> properties) {

  /**
   * The property in a version.
   *
   * @param bits of the version; of two versions, the newer one's form counts
   */
  public Optional<Property> property(String key, int bits) {
    Property found = null;
    for (Property form : properties.getOrDefault(key, List.of())) {
      if ((form.versions() & bits) != 0) {
        found = form;
      }
    }
    return Optional.ofNullable(found);
  }

  /** All versions that know a property, in whatever form. */
  public int versionsOf(String key) {
    int versions = 0;
    for (Property form : properties.getOrDefault(key, List.of())) {
      versions |= form.versions();
    }
    return versions;
  }

  /** The names of a version's properties, sorted. */
  public List<String> names(int bits) {
    List<String> names = new ArrayList<>();
    for (String key : properties.keySet()) {
      if ((versionsOf(key) & bits) != 0) {
        names.add(key);
      }
    }
    Collections.sort(names);
    return names;
  }
}
