package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
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
      return cut(scalar.text());
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

  /** Where a value was read; null for one that code made. */
  static @Nullable Location place(Value value) {
    return value.origin().orElse(null);
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
