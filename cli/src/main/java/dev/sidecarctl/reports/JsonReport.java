package dev.sidecarctl.reports;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Note;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.JsonTree;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * As JSON of our own: each object with what was found in it, or what became of it, then what else
 * is said, then sums. {@code docs/report.schema.json} has the keys.
 */
public final class JsonReport {
  private JsonReport() {}

  /**
   * The text, with a line end.
   *
   * @param reported everything that is said
   */
  public static String of(List<ObjectReport> reports, List<Diagnostic> reported) {
    List<Value> objects = new ArrayList<>();
    Set<Diagnostic> ofObjects = new HashSet<>();
    int refused = 0;
    int changed = 0;
    for (ObjectReport report : reports) {
      objects.add(report.toValue());
      ofObjects.addAll(report.findings());
      refused += report.refused() ? 1 : 0;
      changed += report.changed() ? 1 : 0;
    }
    List<Value> others = new ArrayList<>();
    for (Diagnostic diagnostic : reported) {
      if (!ofObjects.contains(diagnostic)) {
        others.add(finding(diagnostic));
      }
    }
    Value sums =
        new JsonTree()
            .number("objects", objects.size())
            .number("changed", changed)
            .number("refused", refused)
            .number("errors", count(reported, Severity.ERROR))
            .number("warnings", count(reported, Severity.WARNING))
            .toValue();
    StringBuilder json = new StringBuilder();
    JsonText.append(
        json,
        new JsonTree()
            .value("objects", Value.Sequence.of(objects))
            .value("others", Value.Sequence.of(others))
            .value("summary", sums)
            .toValue());
    return json.append('\n').toString();
  }

  private static int count(List<Diagnostic> reported, Severity severity) {
    int count = 0;
    for (Diagnostic diagnostic : reported) {
      count += diagnostic.severity() == severity ? 1 : 0;
    }
    return count;
  }

  /** What is said, with its places: {@code finding} of the schema. */
  public static Value finding(Diagnostic diagnostic) {
    JsonTree tree =
        new JsonTree()
            .text("severity", diagnostic.severity().word())
            .text("code", diagnostic.code().word())
            .text("message", diagnostic.message())
            .textIfAny("help", diagnostic.help());
    Location at = diagnostic.at();
    if (at != null) {
      tree.text("file", at.source().name());
      Region.of(at).addTo(tree);
    }
    List<Value> related = new ArrayList<>();
    for (Note note : diagnostic.notes()) {
      JsonTree place =
          new JsonTree().text("message", note.message()).text("file", note.at().source().name());
      related.add(Region.of(note.at()).addTo(place).toValue());
    }
    return related.isEmpty()
        ? tree.toValue()
        : tree.value("related", Value.Sequence.of(related)).toValue();
  }
}
