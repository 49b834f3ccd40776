package dev.sidecarctl.kubernetes;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.ManifestFinding.Injectable;
import dev.sidecarctl.kubernetes.ManifestFinding.Other;
import dev.sidecarctl.kubernetes.ManifestFinding.PassedOver;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Walks one document down to its manifests and says what each of them is. */
final class ManifestFinder {
  private final List<ManifestFinding> findings = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final WorkloadKinds kinds;

  private ManifestFinder(WorkloadKinds kinds) {
    this.kinds = kinds;
  }

  static List<ManifestFinding> find(Value document, WorkloadKinds kinds) {
    ManifestFinder finder = new ManifestFinder(kinds);
    finder.visit(document, FieldPath.root(), "", "");
    if (!finder.problems.isEmpty()) {
      throw new RefusedException(finder.problems);
    }
    return finder.findings;
  }

  /**
   * @param listVersion the {@code apiVersion} that an item without one has from its List
   * @param listKind likewise its kind: a {@code DeploymentList} of an API server names neither
   */
  private void visit(Value value, FieldPath at, String listVersion, String listKind) {
    if (!(value instanceof Value.Mapping manifest)) {
      findings.add(new Other("no mapping, but " + TypeWords.of(value)));
      return;
    }
    String apiVersion = manifest.findText("apiVersion").orElse("");
    String kind = manifest.findText("kind").orElse("");
    if (apiVersion.isEmpty() && kind.isEmpty()) {
      apiVersion = listVersion;
      kind = listKind;
    }
    if (apiVersion.isEmpty() || kind.isEmpty()) {
      findings.add(new Other("no apiVersion or kind"));
    } else if (kind.endsWith("List") && manifest.find("items").isPresent()) {
      visitItems(manifest.sequence("items"), at.key("items"), apiVersion, kind);
    } else {
      findings.add(judge(ResourceId.of(apiVersion, kind, manifest), manifest, at));
    }
  }

  private void visitItems(Value.Sequence items, FieldPath at, String apiVersion, String listKind) {
    String itemKind = listKind.substring(0, listKind.length() - "List".length());
    for (int i = 0; i < items.items().size(); i++) {
      Value item = items.items().get(i);
      if (!item.isNull()) {
        visit(item, at.index(i), apiVersion, itemKind);
      }
    }
  }

  private ManifestFinding judge(ResourceId id, Value.Mapping manifest, FieldPath at) {
    int slash = id.apiVersion().indexOf('/');
    String group = slash < 0 ? "" : id.apiVersion().substring(0, slash);
    if (isOpenShiftTemplate(group, id.kind())) {
      return unprocessedTemplate(id, manifest);
    }
    Optional<KnownKinds.Row> row = kinds.find(group, id.kind());
    if (row.isEmpty()) {
      Optional<KnownKinds.Row> misplaced = KnownKinds.findMisplaced(group, id.kind());
      if (misplaced.isPresent()) {
        String message = "there is no " + id.kind() + " in " + id.apiVersion();
        return unservedVersion(id, manifest, misplaced.get(), message);
      }
      return new Other(id.kind() + " is no workload");
    }
    if (!row.get().serves(group, id.apiVersion().substring(slash + 1))) {
      return unservedVersion(id, manifest, row.get(), unserved(id));
    }
    WorkloadKind kind = row.get().kind();
    return judge(new Workload(id, kind, at, manifest, kind.podTemplate()));
  }

  private ManifestFinding judge(Workload workload) {
    Optional<String> reason = PassingOver.reason(workload);
    if (reason.isPresent()) {
      return new PassedOver(workload.id(), reason.get(), PassingOver.warning(workload));
    }
    List<Diagnostic> found = ManifestShape.problems(workload);
    problems.addAll(found);
    if (found.isEmpty()) {
      reason = PassingOver.withoutImages(workload);
      if (reason.isPresent()) {
        return new PassedOver(workload.id(), reason.get(), Optional.empty());
      }
    }
    return new Injectable(workload);
  }

  private static boolean isOpenShiftTemplate(String group, String kind) {
    return kind.equals("Template") && (group.isEmpty() || group.equals("template.openshift.io"));
  }

  private static ManifestFinding unprocessedTemplate(ResourceId id, Value.Mapping manifest) {
    Diagnostic warning =
        Diagnostic.warning(
                Code.OPENSHIFT_TEMPLATE,
                "the objects of an OpenShift Template are not injected",
                manifest.find("kind").flatMap(Value::origin).orElse(null))
            .helping(
                "process it first: oc process --local -f FILE -o yaml | sidecarctl inject -f -");
    return new PassedOver(id, "an OpenShift Template, to be processed first", Optional.of(warning));
  }

  private static String unserved(ResourceId id) {
    String version = id.apiVersion();
    boolean preview = version.contains("beta") || version.contains("alpha");
    return preview
        ? "no supported cluster serves " + id.kind() + " in " + version
        : "sidecarctl does not know " + id.kind() + " in " + version;
  }

  private static ManifestFinding unservedVersion(
      ResourceId id, Value.Mapping manifest, KnownKinds.Row row, String message) {
    Diagnostic warning =
        Diagnostic.warning(
                Code.API_VERSION,
                message,
                manifest.find("apiVersion").flatMap(Value::origin).orElse(null))
            .helping("move it to " + row.preferred());
    return new PassedOver(
        id,
        id.apiVersion() + " is not supported, move it to " + row.preferred(),
        Optional.of(warning));
  }
}
