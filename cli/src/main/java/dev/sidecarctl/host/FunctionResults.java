package dev.sidecarctl.host;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Diagnostics in the form of a function's results, which name resources and fields, not lines. */
final class FunctionResults {
  private static final List<String> FILE_ANNOTATIONS =
      List.of("internal.config.kubernetes.io/", "config.kubernetes.io/");
  private static final int LONGEST_INDEX = 10;

  private final Source source;
  private final Value.Mapping list;

  /**
   * @param source where the list was read
   * @param list the whole ResourceList
   */
  FunctionResults(Source source, Value.Mapping list) {
    this.source = source;
    this.list = list;
  }

  /** A result for each error and warning. */
  List<Value> of(List<Diagnostic> diagnostics) {
    List<Value> results = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() != Severity.NOTE) {
        results.add(result(diagnostic));
      }
    }
    return results;
  }

  private Value result(Diagnostic diagnostic) {
    Map<String, Value> result = new LinkedHashMap<>();
    String message = diagnostic.message() + " [" + diagnostic.code().word() + "]";
    String help = diagnostic.help().isEmpty() ? "" : "; " + diagnostic.help();
    result.put("message", Value.text(message + help));
    result.put("severity", Value.text(diagnostic.severity().word()));
    diagnostic.place().filter(at -> at.source() == source).ifPresent(at -> addPlace(at, result));
    return Value.Mapping.of(result);
  }

  private void addPlace(Location at, Map<String, Value> result) {
    List<FieldPath.Segment> way = new ArrayList<>();
    descend(list, at.span().start(), way);
    int depth = depthOfResource(way);
    if (depth == 0) {
      return;
    }
    Value resource = new FieldPath(way.subList(0, depth)).find(list).orElse(Value.nothing());
    if (resource instanceof Value.Mapping mapping) {
      result.put("resourceRef", reference(mapping));
    }
    if (resource instanceof Value.Mapping mapping) {
      file(mapping.mapping("metadata").mapping("annotations"))
          .ifPresent(file -> result.put("file", file));
    }
    if (way.size() > depth) {
      String path = new FieldPath(way.subList(depth, way.size())).toString();
      result.put("field", Value.Mapping.of(Map.of("path", Value.text(path))));
    }
  }

  /** How many steps lead to the resource, or to the template; 0 for what is neither. */
  private static int depthOfResource(List<FieldPath.Segment> way) {
    if (way.isEmpty() || !(way.get(0) instanceof FieldPath.Key first)) {
      return 0;
    }
    if (first.name().equals("items")) {
      return way.size() > 1 ? 2 : 0;
    }
    return first.name().equals("functionConfig") ? 1 : 0;
  }

  /** Follows an offset down into the data that was read there. */
  private static void descend(Value value, int offset, List<FieldPath.Segment> way) {
    if (value instanceof Value.Mapping mapping) {
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        if (covers(mapping.keyOrigin(entry.getKey()), offset)
            || covers(entry.getValue().origin(), offset)) {
          way.add(new FieldPath.Key(entry.getKey()));
          descend(entry.getValue(), offset, way);
          return;
        }
      }
    } else if (value instanceof Value.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        if (covers(sequence.items().get(i).origin(), offset)) {
          way.add(new FieldPath.Index(i));
          descend(sequence.items().get(i), offset, way);
          return;
        }
      }
    }
  }

  private static boolean covers(Optional<Location> place, int offset) {
    return place.isPresent()
        && place.get().span().start() <= offset
        && offset < place.get().span().end();
  }

  private static Value reference(Value.Mapping resource) {
    Value.Mapping metadata = resource.mapping("metadata");
    Map<String, Value> reference = new LinkedHashMap<>();
    put("apiVersion", resource, reference);
    put("kind", resource, reference);
    put("name", metadata, reference);
    put("namespace", metadata, reference);
    return Value.Mapping.of(reference);
  }

  /** The file that the host read a resource from, as it says in an annotation. */
  private static Optional<Value> file(Value.Mapping annotations) {
    Map<String, Value> file = new LinkedHashMap<>();
    for (String prefix : FILE_ANNOTATIONS) {
      Optional<String> path = annotations.findText(prefix + "path");
      if (path.isPresent() && file.isEmpty()) {
        file.put("path", Value.text(path.get()));
        String index = annotations.findText(prefix + "index").orElse("");
        if (isNumber(index)) {
          file.put("index", new Value.Scalar(Value.Kind.INTEGER, index, null));
        }
      }
    }
    return file.isEmpty() ? Optional.empty() : Optional.of(Value.Mapping.of(file));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() < LONGEST_INDEX
        && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static void put(String key, Value.Mapping from, Map<String, Value> to) {
    from.findText(key).ifPresent(text -> to.put(key, Value.text(text)));
  }
}
