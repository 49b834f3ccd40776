package dev.sidecarctl.check;

import dev.sidecarctl.check.ObjectFinder.ManifestObject;
import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.kubernetes.WorkloadKinds;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks everything in a document: what kubectl makes of its text, and each object in it. */
public final class DocumentCheck {

  /**
   * What was found in a document.
   *
   * @param objects in order; none where it is no manifest
   * @param diagnostics what is wrong with its text
   */
  public record CheckedDocument(List<CheckedObject> objects, List<Diagnostic> diagnostics) {}

  /**
   * What was found in an object.
   *
   * @param id what it is called
   * @param at where its name stands, or its kind
   * @param knownKind whether its kind is one of Kubernetes itself
   * @param findings in the order of the text
   */
  public record CheckedObject(
      ResourceId id, @Nullable Location at, boolean knownKind, List<Finding> findings) {}

  private final Checker checker;
  private final CheckSettings settings;
  private final WorkloadKinds kinds;
  private final Function<ResourceId, Optional<PodSecurityLevel>> levels;

  /**
   * @param kinds which custom resources hold pod templates
   * @param levels of Pod Security that the Namespaces of objects say
   */
  public DocumentCheck(
      Checker checker,
      CheckSettings settings,
      WorkloadKinds kinds,
      Function<ResourceId, Optional<PodSecurityLevel>> levels) {
    this.checker = checker;
    this.settings = settings;
    this.kinds = kinds;
    this.levels = levels;
  }

  /**
   * Checks a document.
   *
   * @throws dev.sidecarctl.diagnostic.RefusedException when it is no YAML
   */
  public CheckedDocument check(YamlDocument document) {
    List<CheckedObject> objects = new ArrayList<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    if (!document.isEmpty()) {
      for (ManifestObject object : ObjectFinder.find(document.value())) {
        objects.add(check(object));
      }
      if (!objects.isEmpty()) {
        for (Diagnostic duplicate : document.duplicateKeys()) {
          diagnostics.add(duplicate.asError());
        }
        diagnostics.addAll(document.unreadable());
      }
    }
    return new CheckedDocument(objects, diagnostics);
  }

  private CheckedObject check(ManifestObject object) {
    ResourceId id = object.id();
    Location at = place(object.value());
    if (id.apiVersion().isEmpty() || id.kind().isEmpty()) {
      String missing = id.kind().isEmpty() ? "kind" : "apiVersion";
      Finding finding = new Finding(FaultType.REQUIRED, missing, "", "", at, "");
      return new CheckedObject(id, at, false, List.of(finding));
    }
    return new CheckedObject(
        id,
        at,
        checker.knows(id.apiVersion(), id.kind()),
        checker.check(
            object.value(),
            id.apiVersion(),
            id.kind(),
            kinds.podTemplate(id.apiVersion(), id.kind()),
            settings.within(levels.apply(id))));
  }

  private static @Nullable Location place(Value.Mapping object) {
    for (String key : List.of("kind", "apiVersion")) {
      if (object.find(key).isPresent()) {
        Value shown = object.mapping("metadata").find("name").orElse(object.find(key).get());
        return shown.origin().orElse(null);
      }
    }
    return object.origin().orElse(null);
  }
}
