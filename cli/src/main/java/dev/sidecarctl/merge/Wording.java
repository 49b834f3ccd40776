package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the merge speaks of values and conflicts, so that all its messages sound alike. */
final class Wording {
  private static final int BRIEF = 60;

  private Wording() {}

  /** A value in few words, on one line. */
  static String brief(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return scalar.text().isEmpty() ? "\"\"" : cut(scalar.text());
    }
    StringBuilder json = new StringBuilder();
    JsonText.append(json, value);
    return cut(json.toString());
  }

  /** A volume by its source: {@code hostPath /var/log}, {@code emptyDir}. */
  static String volume(Value.Mapping volume) {
    for (Map.Entry<String, Value> entry : volume.entries().entrySet()) {
      if (!entry.getKey().equals("name")) {
        return entry.getValue() instanceof Value.Mapping source
            ? (entry.getKey() + " " + sourceName(source)).strip()
            : entry.getKey();
      }
    }
    return "emptyDir";
  }

  private static String sourceName(Value.Mapping source) {
    for (String field :
        new String[] {"path", "claimName", "secretName", "name", "server", "driver"}) {
      Optional<String> name = source.findText(field);
      if (name.isPresent()) {
        return name.get();
      }
    }
    return "";
  }

  /** An error with both places: what is there, and what the template wants. */
  static Diagnostic conflict(
      Code code, String message, Value present, String is, Value wanted, String wants) {
    Diagnostic error = Diagnostic.error(code, message, place(present)).labelled("here: " + is);
    return error.noting(place(wanted), "the template wants: " + wants);
  }

  /**
   * Where a value was read; of a mapping over several lines the first entry. Null for a value that
   * code made.
   */
  static @Nullable Location place(Value value) {
    Location at = value.origin().orElse(null);
    if (at == null || !(value instanceof Value.Mapping mapping) || isOnOneLine(at)) {
      return at;
    }
    Map.Entry<String, Value> first = mapping.entries().entrySet().iterator().next();
    Location key = mapping.keyOrigin(first.getKey()).orElse(null);
    if (key == null || key.source() != at.source() || key.span().start() != at.span().start()) {
      return at;
    }
    Location end = first.getValue().origin().filter(Wording::isOnOneLine).orElse(key);
    return new Location(at.source(), new Span(key.span().start(), end.span().end()));
  }

  private static boolean isOnOneLine(Location at) {
    String text = at.source().text(at.span());
    return text.indexOf('\n') < 0 && text.indexOf('\r') < 0;
  }

  private static String cut(String text) {
    String line = text.replace('\n', ' ').replace('\r', ' ');
    return line.length() <= BRIEF
        ? line
        : line.substring(
                0,
                line.offsetByCodePoints(
                    0, Math.min(BRIEF, line.codePointCount(0, line.length())) - 1))
            + "…";
  }
}
