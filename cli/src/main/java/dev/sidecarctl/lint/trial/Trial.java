package dev.sidecarctl.lint.trial;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.text.Source;
import java.util.List;
import java.util.Optional;

/**
 * What came of a template for one workload that is made up.
 *
 * @param settings what is tried
 * @param manifest the workload
 * @param rendered the template filled in; empty where that is not possible
 * @param diagnostics what inject says of it
 */
public record Trial(
    Settings settings,
    Source manifest,
    Optional<RenderedTemplate> rendered,
    List<Diagnostic> diagnostics) {

  /**
   * What is tried.
   *
   * @param kind the workload's
   * @param version the cluster's
   * @param unusual the parameters with another value than the usual one, as {@code name=value};
   *     empty for none
   */
  public record Settings(String kind, KubernetesVersion version, String unusual) {

    /** In which way it differs from the first one; a phrase, empty for no difference. */
    public String differenceFrom(Settings first) {
      String phrase = "";
      if (!unusual.isEmpty()) {
        phrase = "with " + unusual;
      }
      if (!kind.equals(first.kind())) {
        phrase = join(phrase, "in a " + kind);
      }
      return version.equals(first.version()) ? phrase : join(phrase, "on Kubernetes " + version);
    }

    private static String join(String left, String right) {
      return left.isEmpty() ? right : left + ", " + right;
    }
  }
}
