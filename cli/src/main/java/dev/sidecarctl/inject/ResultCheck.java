package dev.sidecarctl.inject;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.finding.FaultType;
import dev.sidecarctl.check.finding.Finding;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether an API server would take a workload as it comes out. What is wrong with it already as it
 * came in is told as the manifest's own; all else comes from the templates.
 */
final class ResultCheck {
  private static final String DUPLICATE_PORT_NAME = "duplicate port name";

  private final Checking checking;
  private final boolean kustomized;
  private final Workload workload;
  private final Value.Mapping pod;
  private final List<Diagnostic> said;

  /**
   * @param checking for the workload's namespace
   * @param kustomized whether a kustomization may add labels and a selector to it
   * @param pod the pod template as it comes out
   * @param said what is said of it already
   */
  ResultCheck(
      Checking checking,
      boolean kustomized,
      Workload workload,
      Value.Mapping pod,
      List<Diagnostic> said) {
    this.checking = checking;
    this.kustomized = kustomized;
    this.workload = workload;
    this.pod = pod;
    this.said = said;
  }

  /** What an API server would refuse, or warn of. */
  List<Diagnostic> diagnostics() {
    Value after = workload.podTemplate().replace(workload.manifest(), pod);
    List<Finding> found = find((Value.Mapping) after);
    List<Diagnostic> diagnostics = new ArrayList<>();
    for (Finding advice :
        new ResultAdvice(workload, checking.neighbours()).findings((Value.Mapping) after)) {
      diagnostics.add(templates(advice));
    }
    if (found.isEmpty()) {
      return diagnostics;
    }
    List<Finding> before = find(workload.manifest());
    for (Finding finding : found) {
      if (!isSaid(finding)) {
        boolean own = isAmong(finding, before);
        Diagnostic diagnostic = own ? manifests(finding) : templates(finding);
        boolean mild = checking.level() == CheckLevel.WARN && diagnostic.isError();
        diagnostics.add(mild ? diagnostic.asWarning() : diagnostic);
      }
    }
    return diagnostics;
  }

  private List<Finding> find(Value.Mapping object) {
    boolean foreign = !workload.kind().isBuiltIn() && !workload.kind().isKnative();
    Optional<FieldPath> template = foreign ? Optional.of(workload.podTemplate()) : Optional.empty();
    return checking
        .checker()
        .check(
            object,
            workload.id().apiVersion(),
            workload.id().kind(),
            template,
            checking.settings());
  }

  /** The merge has a word of its own for ports of one name. */
  private boolean isSaid(Finding finding) {
    if (!finding.detail().startsWith(DUPLICATE_PORT_NAME)) {
      return false;
    }
    for (Diagnostic diagnostic : said) {
      if (diagnostic.code() == Code.PORT_NAME_CONFLICT) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAmong(Finding finding, List<Finding> findings) {
    for (Finding other : findings) {
      if (finding.sameAs(other)) {
        return true;
      }
    }
    return false;
  }

  private Diagnostic manifests(Finding finding) {
    Diagnostic diagnostic = finding.diagnostic();
    if (finding.type() == FaultType.POD_SECURITY || (kustomized && finding.isAddedByOverlays())) {
      diagnostic = diagnostic.asWarning();
    }
    return diagnostic.labelled("the manifest's own");
  }

  private Diagnostic templates(Finding finding) {
    Diagnostic diagnostic = finding.diagnostic();
    Location at = diagnostic.at();
    Location name = workload.nameLocation();
    boolean here = at != null && name != null && at.source() == name.source();
    return here
        ? diagnostic.labelled("comes of the injection")
        : diagnostic.noting(name, "in " + workload.id().describe());
  }
}
