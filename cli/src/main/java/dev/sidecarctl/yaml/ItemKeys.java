package dev.sidecarctl.yaml;

import java.util.List;
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

  /**
   * Whether an item gives way when a list's order changes: it is written anew at its new place, and
   * those that do not give way keep their text. Without a reason to tell them apart, none does.
   *
   * @param list as for {@link #key}
   * @param item an item of the list as it is
   */
  default boolean givesWay(FieldPath list, Value item) {
    return false;
  }

  /**
   * Whether a value is another one's successor rather than its new version: then its text is
   * written as a whole, and the old text is told as replaced.
   *
   * @param place the way to the value, as for {@link #key}
   */
  default boolean isReplaced(FieldPath place) {
    return false;
  }

  /**
   * Parts of the document that were written by earlier runs. They do not count when it is found out
   * how the document is laid out: what is written must not depend on what was written before.
   */
  default List<FieldPath> written() {
    return List.of();
  }

  /**
   * Whether the user had something without elements at a place, which an earlier run filled.
   *
   * @param place the way to the value, as for {@link #key}
   */
  default boolean stoodEmpty(FieldPath place) {
    return false;
  }
}
