package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.FieldPath.Segment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Parts of a document, as a tree: which of them are below a node, and whether it is one itself. */
final class WrittenParts {
  private final Map<Segment, WrittenParts> below = new HashMap<>();
  private boolean whole;

  /** Null where there are none. */
  static @Nullable WrittenParts of(List<FieldPath> paths) {
    if (paths.isEmpty()) {
      return null;
    }
    WrittenParts root = new WrittenParts();
    for (FieldPath path : paths) {
      WrittenParts at = root;
      for (Segment segment : path.segments()) {
        at = at.below.computeIfAbsent(segment, key -> new WrittenParts());
      }
      at.whole = true;
    }
    return root;
  }

  /** Those below an entry or item; null where there are none. */
  static @Nullable WrittenParts below(@Nullable WrittenParts parts, Segment segment) {
    return parts == null ? null : parts.below.get(segment);
  }

  /** Whether a node is such a part, or consists of nothing else. */
  static boolean isAll(@Nullable WrittenParts parts, int elements) {
    if (parts == null) {
      return false;
    }
    int wholes = 0;
    for (WrittenParts part : parts.below.values()) {
      wholes += part.whole ? 1 : 0;
    }
    return parts.whole || (elements > 0 && wholes == elements);
  }
}
