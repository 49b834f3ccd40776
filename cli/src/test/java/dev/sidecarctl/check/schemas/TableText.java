package dev.sidecarctl.check.schemas;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the models of several versions as one table; {@code SchemaTable} explains its lines. */
final class TableText {
  private final List<ModelJar> models;

  private TableText(List<ModelJar> models) {
    this.models = models;
  }

  /**
   * The table.
   *
   * @param versions the minor version of each model, the oldest first
   */
  static String of(Map<String, ModelJar> versions) {
    TableText table = new TableText(List.copyOf(versions.values()));
    StringBuilder text = new StringBuilder("V ").append(String.join(" ", versions.keySet()));
    text.append('\n');
    for (String line : table.kinds()) {
      text.append(line).append('\n');
    }
    for (String line : table.types()) {
      text.append(line).append('\n');
    }
    return text.toString();
  }

  private List<String> kinds() {
    Map<String, Integer> masks = new TreeMap<>();
    for (int i = 0; i < models.size(); i++) {
      for (Map.Entry<String, ModelJar.ServedKind> entry : models.get(i).kinds().entrySet()) {
        ModelJar.ServedKind kind = entry.getValue();
        String line =
            String.join(
                " ",
                "G",
                entry.getKey(),
                kind.type(),
                kind.plural(),
                kind.namespaced() ? "N" : "C");
        masks.merge(line, 1 << i, (left, right) -> left | right);
      }
    }
    List<String> lines = new ArrayList<>();
    masks.forEach((line, mask) -> lines.add(line + " " + mask(mask, 0)));
    return lines;
  }

  private List<String> types() {
    TreeSet<String> names = new TreeSet<>();
    models.forEach(model -> names.addAll(model.types().keySet()));
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      lines.add(type(name));
    }
    return lines;
  }

  private String type(String name) {
    int own = 0;
    Map<String, Map<String, Integer>> properties = new TreeMap<>();
    for (int i = 0; i < models.size(); i++) {
      Map<String, ModelProperty> present = models.get(i).types().get(name);
      if (present != null) {
        int bit = 1 << i;
        own |= bit;
        present.forEach(
            (property, type) ->
                properties
                    .computeIfAbsent(property, key -> new LinkedHashMap<>())
                    .merge(type.text(), bit, (left, right) -> left | right));
      }
    }
    StringBuilder line = new StringBuilder("D ").append(name).append(' ').append(mask(own, 0));
    int all = own;
    properties.forEach(
        (property, types) ->
            types.forEach(
                (type, mask) ->
                    line.append(' ')
                        .append(property)
                        .append('=')
                        .append(type)
                        .append(mask(mask, all))));
    return line.toString();
  }

  /** {@code @1ff}; nothing for the mask that needs no word. */
  private static String mask(int mask, int usual) {
    return mask == usual ? "" : "@" + Integer.toHexString(mask);
  }
}
