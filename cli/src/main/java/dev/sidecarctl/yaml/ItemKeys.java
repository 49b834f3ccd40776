package dev.sidecarctl.yaml;

import java.util.Optional;

/** Tells which items of two versions of a list are the same item, edited. */
@FunctionalInterface
public interface ItemKeys {

  /**
   * The identity of a list's item, unique in a well-formed list.
   *
   * @param list the way to the list, with the keys of mappings and the indices of the text's items
   * @param item an item of it
   * @return empty when the items of that list have no identity but their whole value
   */
  Optional<String> key(FieldPath list, Value item);
}
