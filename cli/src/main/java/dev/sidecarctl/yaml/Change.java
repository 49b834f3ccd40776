package dev.sidecarctl.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a collection between two elements that stay.
 *
 * @param removed neighbours that go
 * @param added what comes in their place
 * @param next the element after them that stays; null at the end
 * @param ours whether that element is part of what earlier runs wrote, so that a comment over it
 *     belongs to what stands before
 */
record Change(List<Element> removed, List<Addition> added, @Nullable Element next, boolean ours) {

  /** A new item, or, with a key, a new entry. */
  record Addition(@Nullable String key, Value value) {}

  boolean isNothing() {
    return removed.isEmpty() && added.isEmpty();
  }
}
