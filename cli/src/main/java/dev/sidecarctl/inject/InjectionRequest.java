package dev.sidecarctl.inject;

import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.GivenValue;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.template.TemplateLibrary;
import java.util.List;
import java.util.Map;

/**
 * What a run of {@code inject} was asked for.
 *
 * @param templates those given with {@code -t}, in order, without doubles
 * @param library where the templates are found that workloads ask for by name
 * @param given values of {@code --set}: by parameter under the template's name, or under the empty
 *     name where the option named no template
 * @param version the cluster's version
 * @param policies what is done about conflicts, as the command line and the project say
 * @param namespace of workloads that name none ({@code -n}); empty if not given
 * @param skipUnrendered whether Helm source passes through ({@code --skip-unrendered}, or a folder
 *     below a {@code Chart.yaml})
 * @param kustomizePatch whether a {@code kustomization.yaml} lists the source as a patch
 */
public record InjectionRequest(
    List<SidecarTemplate> templates,
    TemplateLibrary library,
    Map<String, Map<String, GivenValue>> given,
    KubernetesVersion version,
    ConflictPolicies policies,
    String namespace,
    boolean skipUnrendered,
    boolean kustomizePatch) {

  /** The same request, for a source that is looked at in another way. */
  public InjectionRequest forSource(boolean nowSkipUnrendered, boolean nowKustomizePatch) {
    return new InjectionRequest(
        templates,
        library,
        given,
        version,
        policies,
        namespace,
        nowSkipUnrendered,
        nowKustomizePatch);
  }
}
