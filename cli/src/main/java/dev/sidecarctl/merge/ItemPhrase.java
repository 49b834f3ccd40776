package dev.sidecarctl.merge;

import dev.sidecarctl.yaml.Value;
import java.util.List;

/** Items of the record in words: {@code volume app-logs (emptyDir)}. */
public final class ItemPhrase {

  private ItemPhrase() {}

  /**
   * What an item is.
   *
   * @param item its name
   * @param value the item itself
   */
  public static String of(ItemPath item, Value value) {
    List<String> segments = item.segments();
    String last = item.last();
    String list = segments.size() > 1 ? item.list() : "";
    if (segments.size() == 3 && value instanceof Value.Mapping mapping) {
      switch (list) {
        case "initContainers", "containers" -> {
          return container(list, mapping) + " " + last + image(mapping);
        }
        case "volumes" -> {
          return "volume " + last + " (" + Wording.volume(mapping) + ")";
        }
        default -> {}
      }
    }
    if (segments.size() > 3 && list(segments).endsWith("ontainers")) {
      return "container " + segments.get(2) + ": " + inContainer(list, last, segments, value);
    }
    return list.equals("labels") || list.equals("annotations")
        ? list.substring(0, list.length() - 1) + " " + last + ": " + Wording.brief(value)
        : field(segments, 0, value);
  }

  /** What a volume is, in few words: {@code emptyDir}, {@code secret tls}. */
  public static String source(Value.Mapping volume) {
    return Wording.volume(volume);
  }

  private static String list(List<String> segments) {
    return segments.get(0).equals("spec") ? segments.get(1) : "";
  }

  private static String container(String list, Value.Mapping container) {
    if (list.equals("containers")) {
      return "container";
    }
    boolean stays = container.findText("restartPolicy").filter("Always"::equals).isPresent();
    return stays ? "native sidecar" : "init container";
  }

  private static String image(Value.Mapping container) {
    return container.findText("image").map(image -> " (" + image + ")").orElse("");
  }

  private static String inContainer(String list, String key, List<String> segments, Value value) {
    if (value instanceof Value.Mapping mapping) {
      switch (list) {
        case "volumeMounts" -> {
          return "mount " + mapping.findText("name").orElse("") + " at " + key;
        }
        case "env" -> {
          Value text = mapping.find("value").orElse(mapping.without("name"));
          return "variable " + key + "=" + Wording.brief(text);
        }
        case "ports" -> {
          return "port " + key + mapping.findText("name").map(name -> " (" + name + ")").orElse("");
        }
        default -> {}
      }
    }
    return field(segments, 3, value);
  }

  private static String field(List<String> segments, int from, Value value) {
    StringBuilder name = new StringBuilder();
    for (String segment : segments.subList(from, segments.size())) {
      if (!segment.startsWith("=")) {
        name.append(name.length() == 0 ? "" : ".").append(segment);
      }
    }
    return name + ": " + Wording.brief(value);
  }
}
