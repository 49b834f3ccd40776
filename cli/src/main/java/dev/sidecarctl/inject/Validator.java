package dev.sidecarctl.inject;

import dev.sidecarctl.check.CheckSettings;
import dev.sidecarctl.check.Checker;
import dev.sidecarctl.check.DocumentCheck;
import dev.sidecarctl.check.DocumentCheck.CheckedDocument;
import dev.sidecarctl.check.DocumentCheck.CheckedObject;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.PatchDirectives;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks every object of a source, and changes nothing. */
public final class Validator {

  /**
   * What a source is checked for.
   *
   * @param checker says what an API server would say
   * @param versions each of them is asked; at least one
   * @param namespace of objects that name none ({@code -n}); empty if not given
   * @param neighbours all inputs of the run
   * @param source how the source is looked at
   */
  public record Request(
      Checker checker,
      List<CheckSettings> versions,
      String namespace,
      Neighbours neighbours,
      SourceSettings source) {
    /** Takes a copy. */
    public Request {
      versions = List.copyOf(versions);
    }
  }

  /**
   * An object that was checked.
   *
   * @param id what it is called
   * @param at where its name stands, or its kind
   * @param refusedBy the versions that refuse it
   * @param diagnostics what is said of it
   */
  public record Verdict(
      ResourceId id,
      @Nullable Location at,
      Set<KubernetesVersion> refusedBy,
      List<Diagnostic> diagnostics) {}

  /**
   * What was found in a source.
   *
   * @param injection the source as it is, and what is said of it
   * @param objects in order
   */
  public record Validation(Injection injection, List<Verdict> objects) {}

  /** How a stream is cut that kubectl refuses as a whole. */
  private static final Set<Code> REFUSED_STREAMS =
      Set.of(Code.DOCUMENT_SEPARATOR, Code.YAML_DIRECTIVE);

  private final Request request;
  private final PodSecurityLabels namespaces;
  private final List<Verdict> verdicts = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private boolean unrendered;

  private Validator(Request request) {
    this.request = request;
    this.namespaces = new PodSecurityLabels(request.neighbours());
  }

  /** Never throws for what a text says: that comes back as diagnostics. */
  public static Validation validate(Source source, Request request) {
    Validator validator = new Validator(request);
    if (request.source().kustomizePatch()) {
      Location start = new Location(source, Span.at(0));
      validator.diagnostics.add(
          Diagnostic.note(
              Code.PASSED_THROUGH,
              "a kustomization lists it as a patch, which is no whole object: not checked",
              start));
    } else {
      validator.walk(source);
    }
    return new Validation(Injection.untouched(source, validator.diagnostics), validator.verdicts);
  }

  private void walk(Source source) {
    try {
      YamlStream stream = YamlStream.of(source);
      for (YamlDocument document : stream.documents()) {
        walk(document);
        document.forget();
      }
      if (!unrendered) {
        List<Diagnostic> warnings = new ArrayList<>();
        for (Diagnostic warning : stream.warnings()) {
          warnings.add(REFUSED_STREAMS.contains(warning.code()) ? warning.asError() : warning);
        }
        diagnostics.addAll(0, judged(warnings));
      }
    } catch (RefusedException e) {
      diagnostics.addAll(e.diagnostics());
    }
  }

  private List<Diagnostic> judged(List<Diagnostic> found) {
    return request.source().warnings().judge(found);
  }

  private void walk(YamlDocument document) {
    try {
      check(document);
    } catch (RefusedException e) {
      if (document.looksLikeGoTemplate()) {
        Location at = e.diagnostics().get(0).at();
        sayUnrendered(at == null ? DocumentWalk.start(document) : at);
      } else {
        diagnostics.addAll(e.diagnostics());
      }
    }
  }

  private void sayUnrendered(Location at) {
    if (!unrendered) {
      unrendered = true;
      diagnostics.add(SourceWalk.unrendered(at, request.source().skipUnrendered()));
    }
  }

  private void check(YamlDocument document) {
    List<CheckedDocument> checked = new ArrayList<>();
    for (CheckSettings settings : request.versions()) {
      checked.add(
          new DocumentCheck(request.checker(), settings, request.source().kinds(), this::level)
              .check(document));
    }
    List<CheckedObject> objects = checked.get(0).objects();
    if (objects.isEmpty()) {
      if (!document.isEmpty()) {
        diagnostics.add(
            Diagnostic.note(
                Code.PASSED_THROUGH,
                "no apiVersion or kind: not checked",
                DocumentWalk.start(document)));
      }
      return;
    }
    Optional<Location> action = document.goTemplateAction();
    if (action.isPresent()) {
      sayUnrendered(action.get());
      return;
    }
    diagnostics.addAll(checked.get(0).diagnostics());
    if (PatchDirectives.areIn(document.value())) {
      diagnostics.add(
          Diagnostic.note(
              Code.PASSED_THROUGH,
              "it holds $patch, so it is a patch and no whole object: not checked",
              DocumentWalk.start(document)));
      return;
    }
    for (int i = 0; i < objects.size(); i++) {
      List<CheckedObject> same = new ArrayList<>();
      for (CheckedDocument one : checked) {
        same.add(one.objects().get(i));
      }
      judge(same);
    }
  }

  private Optional<PodSecurityLevel> level(ResourceId id) {
    return namespaces.level(id.namespace().isEmpty() ? request.namespace() : id.namespace());
  }

  /**
   * Puts together what the versions say of one object.
   *
   * @param same the object as each version sees it
   */
  private void judge(List<CheckedObject> same) {
    Map<Diagnostic, Set<KubernetesVersion>> said = new LinkedHashMap<>();
    Set<KubernetesVersion> refusedBy = new LinkedHashSet<>();
    for (int i = 0; i < same.size(); i++) {
      KubernetesVersion version = request.versions().get(i).version();
      for (Finding finding : same.get(i).findings()) {
        Diagnostic diagnostic = finding.diagnostic();
        if (request.source().kustomized() && finding.isAddedByOverlays()) {
          diagnostic = diagnostic.asWarning();
        }
        if (diagnostic.isError()) {
          refusedBy.add(version);
        }
        said.computeIfAbsent(diagnostic, key -> new LinkedHashSet<>()).add(version);
      }
    }
    CheckedObject object = same.get(0);
    List<Diagnostic> all = new ArrayList<>();
    said.forEach((diagnostic, versions) -> all.add(naming(diagnostic, versions)));
    if (!object.knownKind()) {
      all.add(
          Diagnostic.note(
              Code.PASSED_THROUGH,
              object.id().describe()
                  + " is of a custom kind: beside metadata and pod template, nothing was checked",
              object.at()));
    }
    List<Diagnostic> judged = judged(all);
    diagnostics.addAll(judged);
    verdicts.add(new Verdict(object.id(), object.at(), refusedBy, judged));
  }

  /** Says which versions, where not all that were asked say the same. */
  private Diagnostic naming(Diagnostic diagnostic, Set<KubernetesVersion> versions) {
    if (request.versions().size() == versions.size()) {
      return diagnostic;
    }
    List<String> words = new ArrayList<>();
    for (KubernetesVersion version : versions) {
      words.add(version.toString());
    }
    return diagnostic.saying(diagnostic.message() + " (in " + String.join(", ", words) + ")");
  }
}
