package dev.sidecarctl.validation;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.Severity;
import dev.sidecarctl.inject.Validator.Validation;
import dev.sidecarctl.inject.Validator.Verdict;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * As JSON of our own: each object with what was found in it, then what is about no object, then
 * sums. {@code docs/validate.md} explains the keys.
 */
public final class JsonReport {
  private JsonReport() {}

  /**
   * The text, with a line end.
   *
   * @param reported everything that is said
   */
  public static String of(List<Validation> validations, List<Diagnostic> reported) {
    List<Value> objects = new ArrayList<>();
    Set<Diagnostic> ofObjects = new HashSet<>();
    int refused = 0;
    for (Validation validation : validations) {
      for (Verdict verdict : validation.objects()) {
        objects.add(object(validation.injection().before().name(), verdict));
        ofObjects.addAll(verdict.diagnostics());
        refused += verdict.refusedBy().isEmpty() ? 0 : 1;
      }
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

  private static Value object(String file, Verdict verdict) {
    ResourceId id = verdict.id();
    List<Value> refusedBy = new ArrayList<>();
    for (KubernetesVersion version : verdict.refusedBy()) {
      refusedBy.add(Value.text(version.toString()));
    }
    List<Value> findings = new ArrayList<>();
    for (Diagnostic diagnostic : verdict.diagnostics()) {
      if (diagnostic.severity() != Severity.NOTE) {
        findings.add(finding(diagnostic));
      }
    }
    JsonTree tree =
        new JsonTree()
            .text("file", file)
            .text("apiVersion", id.apiVersion())
            .text("kind", id.kind())
            .text("namespace", id.namespace())
            .text("name", id.name())
            .value("refusedBy", Value.Sequence.of(refusedBy))
            .value("findings", Value.Sequence.of(findings));
    Location at = verdict.at();
    if (at != null) {
      tree.number("line", at.source().position(at.span().start()).line());
    }
    return tree.toValue();
  }

  private static Value finding(Diagnostic diagnostic) {
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
    return tree.toValue();
  }
}
