package dev.sidecarctl.cases;

import static dev.sidecarctl.cases.ManifestData.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One template over another, from the description alone. */
final class IndependentOverlay {
  private static final Map<String, String> KEYS =
      Map.of(
          "parameters", "name",
          "sidecars", "name",
          "containers", "name",
          "initContainers", "name",
          "volumes", "name",
          "env", "name",
          "volumeMounts", "mountPath",
          "ports", "containerPort");

  private IndependentOverlay() {}

  static Object lay(String name, Object over, Object base) {
    if (over instanceof Map<?, ?> upper && base instanceof Map<?, ?> lower) {
      Map<String, Object> laid = new LinkedHashMap<>(map(lower));
      upper.forEach(
          (key, value) -> {
            Object below = laid.remove(key.toString());
            if (value != null) {
              laid.put(key.toString(), below == null ? value : lay(key.toString(), value, below));
            }
          });
      return laid;
    }
    String key = KEYS.get(name);
    if (key == null || !(over instanceof List<?> upper) || !(base instanceof List<?> lower)) {
      return over;
    }
    List<Object> laid = new ArrayList<>(lower);
    for (Object item : upper) {
      int at = indexOf(laid, key, map(item).get(key));
      if (at < 0) {
        laid.add(item);
      } else {
        laid.set(at, lay("", item, laid.get(at)));
      }
    }
    return laid;
  }

  private static int indexOf(List<Object> items, String key, Object wanted) {
    for (int i = 0; i < items.size(); i++) {
      if (wanted.equals(map(items.get(i)).get(key))) {
        return i;
      }
    }
    return -1;
  }
}
