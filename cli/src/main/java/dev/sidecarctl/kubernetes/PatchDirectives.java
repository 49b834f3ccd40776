package dev.sidecarctl.kubernetes;

import dev.sidecarctl.yaml.Value;
import java.util.Map;

/** The directives of strategic merge patches: what holds one is a patch, and no whole object. */
public final class PatchDirectives {
  private PatchDirectives() {}

  /** Whether a strategic merge patch's directive stands anywhere. */
  public static boolean areIn(Value value) {
    if (value instanceof Value.Mapping mapping) {
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        if (isDirective(entry.getKey()) || areIn(entry.getValue())) {
          return true;
        }
      }
    } else if (value instanceof Value.Sequence sequence) {
      for (Value item : sequence.items()) {
        if (areIn(item)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isDirective(String key) {
    return key.startsWith("$")
        && (key.equals("$patch")
            || key.equals("$retainKeys")
            || key.startsWith("$setElementOrder/")
            || key.startsWith("$deleteFromPrimitiveList/"));
  }
}
