package dev.sidecarctl.authoring;

import static dev.sidecarctl.authoring.CopiedSidecars.mappings;
import static dev.sidecarctl.authoring.CopiedSidecars.nameOf;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a template that is made out of a copy: the sidecars' images, and the paths
 * where they share a volume with the application.
 */
final class CopyParameters {
  private static final String PATH = "(/[A-Za-z0-9._-]+)+";

  /** By name, each with what it stands for. */
  private final Map<String, String> images = new LinkedHashMap<>();

  private final Map<String, String> paths = new LinkedHashMap<>();

  /** Puts references in where the values of the parameters stand. */
  Value.Mapping fillIn(Value.Mapping parts, CopiedSidecars copied) {
    findPaths(copied);
    Map<String, Value> filled = new LinkedHashMap<>();
    parts
        .entries()
        .forEach(
            (key, value) ->
                filled.put(key, value instanceof Value.Sequence list ? items(key, list) : value));
    return Value.Mapping.of(filled);
  }

  private void findPaths(CopiedSidecars copied) {
    for (Value.Mapping volume : copied.volumes()) {
      List<String> found = new ArrayList<>();
      for (Value.Mapping target : copied.targets()) {
        for (Value.Mapping mount : mappings(target.sequence("volumeMounts"))) {
          String path = mount.findText("mountPath").orElse("");
          if (nameOf(mount).equals(nameOf(volume)) && !found.contains(path)) {
            found.add(path);
          }
        }
      }
      if (found.size() == 1 && found.get(0).matches(PATH) && !paths.containsValue(found.get(0))) {
        paths.put(unused(camelCase(nameOf(volume), "Path")), found.get(0));
      }
    }
  }

  private Value items(String key, Value.Sequence list) {
    List<Value> items = new ArrayList<>();
    for (Value.Mapping item : mappings(list)) {
      boolean container = item.has("image") && !key.equals("volumes") && !key.equals("targets");
      Value.Mapping imaged = container ? withImage(item) : item;
      items.add(key.equals("volumes") ? imaged : withPaths(imaged));
    }
    return Value.Sequence.of(items);
  }

  private Value.Mapping withImage(Value.Mapping container) {
    String image = container.findText("image").orElse("");
    String name = images.isEmpty() ? "image" : unused(camelCase(nameOf(container), "Image"));
    images.put(name, image);
    return container.with("image", Value.text("$(params." + name + ")"));
  }

  private Value withPaths(Value value) {
    if (value instanceof Value.Mapping mapping) {
      Map<String, Value> entries = new LinkedHashMap<>();
      mapping.entries().forEach((key, entry) -> entries.put(key, withPaths(entry)));
      return mapping.withEntries(entries);
    }
    if (value instanceof Value.Sequence list) {
      return list.withItems(list.items().stream().map(this::withPaths).toList());
    }
    return value.asText().isPresent() ? Value.text(withPaths(value.asText().get())) : value;
  }

  private String withPaths(String text) {
    String filled = text;
    for (Map.Entry<String, String> path : paths.entrySet()) {
      filled = replaced(filled, path.getValue(), "$(params." + path.getKey() + ")");
    }
    return filled;
  }

  /** Each path as a whole, be it that something in it follows, replaced by a reference. */
  private static String replaced(String text, String path, String reference) {
    StringBuilder out = new StringBuilder();
    int done = 0;
    int at = text.indexOf(path);
    while (at >= 0) {
      int end = at + path.length();
      boolean begins = at == 0 || !isPart(text.charAt(at - 1), true);
      boolean ends = end == text.length() || !isPart(text.charAt(end), false);
      if (begins && ends) {
        out.append(text, done, at).append(reference);
        done = end;
      }
      at = text.indexOf(path, end);
    }
    return out.append(text.substring(done)).toString();
  }

  private static boolean isPart(char c, boolean before) {
    boolean word = Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.';
    return word || (before && (c == '/' || c == '$' || c == '}' || c == ')'));
  }

  private String unused(String wanted) {
    String name = wanted;
    for (int i = 2; images.containsKey(name) || paths.containsKey(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  /** {@code shared-logs} and {@code Path} to {@code sharedLogsPath}. */
  private static String camelCase(String name, String end) {
    StringBuilder camel = new StringBuilder();
    boolean upper = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      } else {
        upper = camel.length() > 0;
      }
    }
    return camel.append(end).toString();
  }

  /** What goes under {@code spec.parameters}. */
  Value.Sequence declarations() {
    List<Value> declarations = new ArrayList<>();
    images.forEach(
        (name, image) -> declarations.add(declaration(name, "The sidecar's image.", image, "")));
    paths.forEach(
        (name, path) ->
            declarations.add(
                declaration(name, "Where the application has the shared volume.", path, PATH)));
    return Value.Sequence.of(declarations);
  }

  private static Value declaration(String name, String description, String value, String pattern) {
    Map<String, Value> fields = new LinkedHashMap<>();
    fields.put("name", Value.text(name));
    fields.put("description", Value.text(description));
    fields.put("default", Value.text(value));
    if (!pattern.isEmpty()) {
      fields.put("pattern", Value.text(pattern));
    }
    return Value.Mapping.of(fields);
  }
}
