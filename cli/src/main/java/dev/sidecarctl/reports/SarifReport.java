package dev.sidecarctl.reports;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Note;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.JsonTree;
import dev.sidecarctl.yaml.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** As SARIF 2.1.0 (OASIS), which code scanning of GitHub and others reads. */
public final class SarifReport {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
  private static final String UNRESERVED = "-._~/";
  private static final String HEX = "0123456789ABCDEF";
  private static final int NIBBLE = 4;
  private static final int LOW = 15;

  private SarifReport() {}

  /**
   * The text, with a line end.
   *
   * @param version of this program
   */
  public static String of(List<Diagnostic> reported, String version) {
    Map<String, Value> rules = new TreeMap<>();
    List<Value> results = new ArrayList<>();
    for (Diagnostic diagnostic : reported) {
      String code = diagnostic.code().word();
      rules.put(code, new JsonTree().text("id", code).toValue());
      results.add(result(diagnostic));
    }
    Value driver =
        new JsonTree()
            .text("name", "sidecarctl")
            .text("version", version)
            .value("rules", Value.Sequence.of(List.copyOf(rules.values())))
            .toValue();
    Value run =
        new JsonTree()
            .value("tool", new JsonTree().value("driver", driver).toValue())
            .text("columnKind", "unicodeCodePoints")
            .value("results", Value.Sequence.of(results))
            .toValue();
    StringBuilder json = new StringBuilder();
    JsonText.append(
        json,
        new JsonTree()
            .text("$schema", SCHEMA)
            .text("version", "2.1.0")
            .value("runs", Value.Sequence.of(List.of(run)))
            .toValue());
    return json.append('\n').toString();
  }

  private static Value result(Diagnostic diagnostic) {
    String help = diagnostic.help();
    String text = diagnostic.message() + (help.isEmpty() ? "" : "; " + help);
    JsonTree tree =
        new JsonTree()
            .text("ruleId", diagnostic.code().word())
            .text("level", diagnostic.severity() == Severity.ERROR ? "error" : "warning")
            .value("message", new JsonTree().text("text", text).toValue());
    Location at = MachinePlace.of(diagnostic);
    if (at != null) {
      tree.value("locations", Value.Sequence.of(List.of(location(at).toValue())));
    }
    List<Value> related = new ArrayList<>();
    for (Note note : diagnostic.notes()) {
      Value message = new JsonTree().text("text", note.message()).toValue();
      related.add(location(note.at()).value("message", message).toValue());
    }
    if (!related.isEmpty()) {
      tree.value("relatedLocations", Value.Sequence.of(related));
    }
    return tree.toValue();
  }

  private static JsonTree location(Location at) {
    Value file = new JsonTree().text("uri", uri(at.source().name())).toValue();
    Value physical =
        new JsonTree()
            .value("artifactLocation", file)
            .value("region", Region.of(at).addTo(new JsonTree()).toValue())
            .toValue();
    return new JsonTree().value("physicalLocation", physical);
  }

  /** A path as a reference relative to the working directory (RFC 3986). */
  private static String uri(String path) {
    StringBuilder uri = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || UNRESERVED.indexOf(c) >= 0;
      if (plain) {
        uri.append(c);
      } else {
        uri.append('%').append(HEX.charAt(c >> NIBBLE)).append(HEX.charAt(c & LOW));
      }
    }
    return uri.toString();
  }
}
