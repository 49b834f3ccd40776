package dev.sidecarctl.model;

import static dev.sidecarctl.cases.ManifestData.map;

import dev.sidecarctl.cases.ManifestData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a source is to hold, by the user's own text and what was injected: worked out without any of
 * the product's code.
 *
 * @param text the user's own, as eject is to give it
 * @param injected which templates it carries, in which version
 * @param edits by hand in what was injected
 */
record ModelWorkload(String text, Map<ModelTemplate, Integer> injected, ModelEdits edits) {

  static ModelWorkload of(String text) {
    return new ModelWorkload(text, Map.of(), ModelEdits.NONE);
  }

  ModelWorkload withText(String other) {
    return new ModelWorkload(other, injected, edits);
  }

  ModelWorkload withEdits(ModelEdits other) {
    return new ModelWorkload(text, injected, other);
  }

  ModelWorkload with(ModelTemplate template, int version) {
    Map<ModelTemplate, Integer> more = new EnumMap<>(ModelTemplate.class);
    more.putAll(injected);
    more.put(template, version);
    return new ModelWorkload(text, more, edits);
  }

  ModelWorkload without(ModelTemplate template) {
    Map<ModelTemplate, Integer> rest = new EnumMap<>(ModelTemplate.class);
    rest.putAll(injected);
    rest.remove(template);
    boolean alpha = template == ModelTemplate.ALPHA;
    return new ModelWorkload(text, rest, alpha ? ModelEdits.NONE : edits);
  }

  /** Whether the pod is to end, which an ordinary container would not let it. */
  boolean isJob() {
    for (Object document : ManifestData.documents(text, false)) {
      for (Map<String, Object> manifest : ManifestData.manifests(document)) {
        if (ManifestData.text(manifest, "kind").equals("CronJob")) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an edit meets a new value, which is a conflict. */
  boolean isInConflict(ModelTemplate template, int version) {
    boolean changes = !Integer.valueOf(version).equals(injected.getOrDefault(template, version));
    return template == ModelTemplate.ALPHA && changes && !edits.image().isEmpty();
  }

  /** The data of the whole source. */
  Object data() {
    List<Object> documents = ManifestData.documents(text, false);
    for (Object document : documents) {
      for (Map<String, Object> manifest : ManifestData.manifests(document)) {
        ManifestData.pod(manifest)
            .ifPresent(
                pod ->
                    injected.forEach((template, version) -> template.addTo(pod, version, edits)));
      }
    }
    return plain(documents);
  }

  /**
   * The data of a source without its records, in which the order of lists with keys is no matter.
   */
  static Object plain(List<Object> documents) {
    List<Object> plain = new ArrayList<>();
    for (Object document : documents) {
      for (Map<String, Object> manifest : ManifestData.manifests(document)) {
        ManifestData.takeRecord(manifest);
      }
      if (document != null) {
        plain.add(sorted("", document));
      }
    }
    return plain;
  }

  private static Object sorted(String key, Object value) {
    if (value instanceof Map<?, ?>) {
      Map<String, Object> sorted = new TreeMap<>();
      map(value).forEach((name, entry) -> sorted.put(name, sorted(name, entry)));
      return sorted;
    }
    if (!(value instanceof List<?> list)) {
      return value == null ? "null" : value;
    }
    List<Object> items = new ArrayList<>();
    list.forEach(item -> items.add(sorted(key, item)));
    boolean keyed = items.stream().allMatch(item -> item instanceof Map<?, ?>);
    if (keyed) {
      items.sort(Comparator.comparing(Object::toString));
    }
    return items;
  }
}
