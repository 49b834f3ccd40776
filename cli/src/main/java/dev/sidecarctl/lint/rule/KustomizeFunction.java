package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.yaml.Value;
import java.util.List;

/** {@code kubectl kustomize} passes over a template that is a function, and says nothing. */
public final class KustomizeFunction implements Rule {
  private static final List<String> ANNOTATIONS =
      List.of("config.kubernetes.io/function", "config.k8s.io/function");

  @Override
  public void check(Subject subject, Remarks remarks) {
    Value.Mapping annotations =
        subject.written().template().written().mapping("metadata").mapping("annotations");
    for (String annotation : ANNOTATIONS) {
      if (annotations.has(annotation)) {
        remarks.warn(
            Code.KUSTOMIZE_FUNCTION,
            annotations.keyOrigin(annotation).orElse(null),
            "kubectl kustomize skips a template with this annotation without a word",
            "take it out and install the plugin, or use kustomize build --enable-exec");
      }
    }
  }
}
