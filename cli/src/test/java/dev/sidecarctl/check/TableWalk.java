package dev.sidecarctl.check;

import dev.sidecarctl.check.schema.SchemaFault;
import dev.sidecarctl.kubernetes.Quantities;
import dev.sidecarctl.kubernetes.Timestamps;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A second opinion on schemas: reads the table's text in its own way, and walks data along it. */
final class TableWalk {
  /** {@code name=type!} of each property in one version. */
  private final Map<String, Map<String, String>> types = new HashMap<>();

  private final Set<String> faults = new TreeSet<>();

  TableWalk(String table, int bit) {
    for (String line : table.split("\n")) {
      String[] words = line.split(" ");
      if (words[0].equals("D")) {
        Map<String, String> properties = new HashMap<>();
        for (int i = 3; i < words.length; i++) {
          String[] parts = words[i].split("[=@]");
          int mask = Integer.parseInt(parts.length > 2 ? parts[2] : words[2].substring(1), 16);
          if ((mask & bit) != 0) {
            properties.put(parts[0], parts[1]);
          }
        }
        types.put(words[1], properties);
      }
    }
  }

  /** Every fault as {@code KIND PATH}. */
  Set<String> faults(Value object, String type) {
    faults.clear();
    walk(object, "#" + type, new ArrayList<>(), true);
    return Set.copyOf(faults);
  }

  private void fault(SchemaFault.Kind kind, List<Object> path) {
    faults.add(kind + " " + path);
  }

  private void walk(Value value, String type, List<Object> path, boolean required) {
    if (type.equals("*") || (value.isNull() && !required)) {
      return;
    }
    if (value.isNull()) {
      fault(SchemaFault.Kind.MISSING_FIELD, path);
      return;
    }
    char first = type.charAt(0);
    if (first == '[' || first == '{' || first == '#') {
      collection(value, type, path);
    } else if (value instanceof Value.Scalar scalar) {
      scalar(scalar, first, path);
    } else {
      fault(SchemaFault.Kind.WRONG_TYPE, path);
    }
  }

  private void collection(Value value, String type, List<Object> path) {
    if (type.startsWith("[") && value instanceof Value.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        walk(list.items().get(i), type.substring(1), with(path, i), false);
      }
    } else if (type.startsWith("{") && value instanceof Value.Mapping mapping) {
      mapping
          .entries()
          .forEach((key, entry) -> walk(entry, type.substring(1), with(path, key), false));
    } else if (type.startsWith("#") && value instanceof Value.Mapping mapping) {
      object(mapping, types.getOrDefault(type.substring(1), Map.of()), path);
    } else {
      fault(SchemaFault.Kind.WRONG_TYPE, path);
    }
  }

  private void object(Value.Mapping mapping, Map<String, String> properties, List<Object> path) {
    mapping
        .entries()
        .forEach(
            (key, value) -> {
              String type = properties.get(key);
              if (type == null) {
                fault(SchemaFault.Kind.UNKNOWN_FIELD, with(path, key));
              } else {
                boolean required = type.endsWith("!");
                String letters = required ? type.substring(0, type.length() - 1) : type;
                walk(value, letters, with(path, key), required);
              }
            });
    properties.forEach(
        (key, type) -> {
          if (type.endsWith("!") && !mapping.entries().containsKey(key)) {
            fault(SchemaFault.Kind.MISSING_FIELD, with(path, key));
          }
        });
  }

  private void scalar(Value.Scalar scalar, char type, List<Object> path) {
    Value.Kind kind = scalar.kind();
    boolean text = kind == Value.Kind.STRING;
    boolean whole = kind == Value.Kind.INTEGER;
    boolean fits =
        switch (type) {
          case 's', 't', 'y' -> text;
          case 'b' -> kind == Value.Kind.BOOLEAN;
          case 'i', 'l' -> whole;
          case 'x' -> whole || text;
          case 'd' -> whole || kind == Value.Kind.FLOAT;
          default -> whole || kind == Value.Kind.FLOAT || text;
        };
    if (!fits) {
      fault(SchemaFault.Kind.WRONG_TYPE, path);
      return;
    }
    boolean formed =
        switch (type) {
          case 't' -> Timestamps.isRfc3339(scalar.text());
          case 'q' -> !text || Quantities.canonical(scalar.text().strip()).isPresent();
          case 'i', 'x' -> !whole || isInt(scalar.text());
          default -> true;
        };
    if (!formed) {
      fault(SchemaFault.Kind.WRONG_FORMAT, path);
    }
  }

  private static boolean isInt(String digits) {
    long number = Long.parseLong(digits);
    return number == (int) number;
  }

  private static List<Object> with(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }
}
