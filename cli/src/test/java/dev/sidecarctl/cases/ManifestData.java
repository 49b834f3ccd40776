package dev.sidecarctl.cases;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import org.snakeyaml.engine.v2.schema.Schema;
import tools.jackson.databind.ObjectMapper;

/** Manifests as plain maps and lists, read without any of the product's code. */
public final class ManifestData {
  public static final ObjectMapper JSON = new ObjectMapper();
  private static final String RECORD = "sidecarctl.dev/status";
  private static final Pattern LOST_DOCUMENT =
      Pattern.compile("^\\.\\.\\.\n(?!---|%)", Pattern.MULTILINE);
  private static final Map<String, List<String>> POD_TEMPLATES =
      Map.of(
          "Pod", List.of(),
          "PodTemplate", List.of("template"),
          "CronJob", List.of("spec", "jobTemplate", "spec", "template"));

  private ManifestData() {}

  /** The documents of a text, free of aliases and merge keys. */
  public static List<Object> documents(String text, boolean json) {
    String bare = text.replace("\uFEFF", "");
    List<Object> documents = new ArrayList<>();
    if (json) {
      try (var values = JSON.readerFor(Object.class).readValues(bare)) {
        values.forEachRemaining(documents::add);
      }
    } else {
      LoadSettings settings =
          LoadSettings.builder()
              .setSchema(new OlderScalars())
              .setAllowDuplicateKeys(true)
              .setAllowNonScalarKeys(true)
              .build();
      new Load(settings).loadAllFromString(readable(bare)).forEach(documents::add);
    }
    return documents.stream().map(ManifestData::copy).toList();
  }

  /**
   * What kubectl, or Helm, would stumble over: a document behind dots, an unrendered template; not
   * what vault-agent says to Vault.
   */
  private static String readable(String text) {
    return LOST_DOCUMENT
        .matcher(text)
        .replaceAll("---\n")
        .replaceAll("\\{\\{(?! (with secret|range \\$|\\$|end )).*?\\}\\}", "rendered");
  }

  private static Object copy(Object value) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(copy(item)));
      return copy;
    }
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    mergedIn(map).forEach(base -> copy.putAll(map(copy(base))));
    map.forEach((key, entry) -> copy.put(String.valueOf(key), copy(entry)));
    copy.remove("<<");
    return copy;
  }

  /** What {@code <<} brings, the strongest last. */
  private static List<?> mergedIn(Map<?, ?> map) {
    Object base = map.get("<<");
    if (base instanceof List<?> several) {
      List<Object> weakestFirst = new ArrayList<>(several);
      Collections.reverse(weakestFirst);
      return weakestFirst;
    }
    return base instanceof Map<?, ?> ? List.of(base) : List.of();
  }

  /** All manifests of a document: itself, or the items of a list, at any depth. */
  public static List<Map<String, Object>> manifests(Object document) {
    List<Map<String, Object>> found = new ArrayList<>();
    if (document instanceof Map<?, ?>) {
      Map<String, Object> manifest = map(document);
      if (text(manifest, "kind").endsWith("List")
          && manifest.get("items") instanceof List<?> items) {
        items.forEach(item -> found.addAll(manifests(withKind(manifest, item))));
      } else {
        found.add(manifest);
      }
    }
    return found;
  }

  /** An item of a list of one kind need not name it. */
  private static Object withKind(Map<String, Object> list, Object item) {
    String kind = text(list, "kind").replaceFirst("List$", "");
    if (item instanceof Map<?, ?> && !kind.isEmpty()) {
      map(item).putIfAbsent("kind", kind);
      map(item).putIfAbsent("apiVersion", list.get("apiVersion"));
    }
    return item;
  }

  /** The part of a manifest that describes its pods, if it has one. */
  public static Optional<Map<String, Object>> pod(Map<String, Object> manifest) {
    Map<String, Object> at = manifest;
    List<String> path =
        POD_TEMPLATES.getOrDefault(text(manifest, "kind"), List.of("spec", "template"));
    for (String key : path) {
      if (!(at.get(key) instanceof Map<?, ?> inner)) {
        return Optional.empty();
      }
      at = map(inner);
    }
    return at.get("spec") instanceof Map<?, ?> ? Optional.of(at) : Optional.empty();
  }

  /**
   * Takes the record out of a manifest, and annotations that are empty without it; the names of the
   * templates that it held.
   */
  public static Set<String> takeRecord(Map<String, Object> manifest) {
    if (!(manifest.get("metadata") instanceof Map<?, ?> metadata)) {
      return Set.of();
    }
    Object record = null;
    if (metadata.get("annotations") instanceof Map<?, ?> annotations) {
      record = annotations.remove(RECORD);
    }
    if (metadata.get("annotations") == null || Map.of().equals(metadata.get("annotations"))) {
      metadata.remove("annotations");
    }
    if (metadata.isEmpty()) {
      manifest.remove("metadata");
    }
    return record == null
        ? Set.of()
        : map(map(JSON.readValue(record.toString(), Map.class)).get("templates")).keySet();
  }

  @SuppressWarnings("unchecked")
  public static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  /** The mappings of a list; none where there is no list. */
  public static List<Map<String, Object>> maps(Object list) {
    List<Map<String, Object>> maps = new ArrayList<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?>) {
          maps.add(map(item));
        }
      }
    }
    return maps;
  }

  public static String text(Map<String, Object> map, String key) {
    return map.get(key) instanceof String text ? text : "";
  }

  /** YAML 1.1's further words for booleans, and its octal numbers, as kubectl reads them. */
  private static final class OlderScalars implements Schema {
    private static final Set<String> YES = Set.of("yes", "Yes", "YES", "on", "On", "ON");
    private static final Set<String> NO = Set.of("no", "No", "NO", "off", "Off", "OFF");
    private final CoreSchema core = new CoreSchema();

    @Override
    public ScalarResolver getScalarResolver() {
      return (value, implicit) ->
          implicit && (YES.contains(value) || NO.contains(value))
              ? Tag.BOOL
              : core.getScalarResolver().resolve(value, implicit);
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
      Map<Tag, ConstructNode> constructors = new HashMap<>(core.getSchemaTagConstructors());
      constructors.put(
          Tag.BOOL,
          node -> {
            String word = ((ScalarNode) node).getValue();
            return YES.contains(word) || word.equalsIgnoreCase("true");
          });
      ConstructNode decimal = constructors.get(Tag.INT);
      constructors.put(
          Tag.INT,
          node -> {
            String digits = ((ScalarNode) node).getValue();
            return digits.matches("0[0-7]+") ? Integer.valueOf(digits, 8) : decimal.construct(node);
          });
      return constructors;
    }
  }
}
