package dev.sidecarctl.template;

import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which workloads a template is for. All that is given must hold; an empty list asks for nothing.
 *
 * @param kinds of Kubernetes itself, or with their group: {@code Rollout.argoproj.io}
 * @param names globs
 * @param namespaces globs
 * @param excludedNamespaces globs
 * @param labels on the pod template
 * @param optIn whether only workloads that ask for it get it
 */
record Match(
    List<String> kinds,
    List<String> names,
    List<String> namespaces,
    List<String> excludedNamespaces,
    LabelSelector labels,
    boolean optIn) {

  /** The first thing that speaks against a workload; empty if it is selected. */
  Optional<String> mismatch(Workload workload, Value.Mapping pod, String namespace) {
    String kind = workload.kind().qualifiedName();
    if (!kinds.isEmpty() && !kinds.contains(kind) && !kinds.contains("*")) {
      return Optional.of("kind " + kind + " is not among " + String.join(", ", kinds));
    }
    String name = workload.id().name();
    if (!names.isEmpty() && !Glob.anyMatches(names, name)) {
      return Optional.of("its name does not match " + String.join(", ", names));
    }
    Optional<String> reason = namespaceMismatch(namespace);
    return reason.isPresent() ? reason : labels.mismatch(pod.mapping("metadata").mapping("labels"));
  }

  /**
   * What speaks for a workload that is selected: each thing that is asked for, and how it holds.
   */
  List<String> reasons(Workload workload, Value.Mapping pod, String namespace) {
    List<String> reasons = new ArrayList<>();
    if (!kinds.isEmpty()) {
      reasons.add("kind " + workload.kind().qualifiedName());
    }
    matching(names, workload.id().name())
        .ifPresent(glob -> reasons.add("name matches \"" + glob + "\""));
    if (!namespaces.isEmpty()) {
      String glob = matching(namespaces, namespace).orElse("*");
      reasons.add(
          (namespace.isEmpty() ? "any namespace" : "namespace " + namespace)
              + " matches \""
              + glob
              + "\"");
    }
    if (!excludedNamespaces.isEmpty()) {
      reasons.add("namespace " + namespace + " is not excluded");
    }
    reasons.addAll(labels.reasons(pod.mapping("metadata").mapping("labels")));
    return reasons;
  }

  /** What is asked for, a phrase for each thing. */
  List<String> phrases() {
    List<String> phrases = new ArrayList<>();
    phrase("kind ", kinds, phrases);
    phrase("name ", names, phrases);
    phrase("namespace ", namespaces, phrases);
    phrase("namespace is none of ", excludedNamespaces, phrases);
    for (LabelSelector.Requirement requirement : labels.requirements()) {
      phrases.add("label " + requirement.phrase());
    }
    if (optIn) {
      phrases.add("it asks for it by the annotation sidecarctl.dev/inject");
    }
    return phrases;
  }

  private static void phrase(String what, List<String> words, List<String> phrases) {
    if (!words.isEmpty()) {
      phrases.add(what + String.join(" or ", words));
    }
  }

  private static Optional<String> matching(List<String> globs, String name) {
    for (String glob : globs) {
      if (Glob.anyMatches(List.of(glob), name)) {
        return Optional.of(glob);
      }
    }
    return Optional.empty();
  }

  /** Where no namespace is known, only the glob that means each and every one matches. */
  private Optional<String> namespaceMismatch(String namespace) {
    if (!namespaces.isEmpty() && !selectsNamespace(namespaces, namespace)) {
      String wanted = String.join(", ", namespaces);
      return Optional.of(
          namespace.isEmpty()
              ? "it names no namespace, and the template asks for " + wanted + " (-n tells one)"
              : "namespace " + namespace + " does not match " + wanted);
    }
    for (String excluded : excludedNamespaces) {
      if (selectsNamespace(List.of(excluded), namespace)) {
        return Optional.of(
            namespace.isEmpty()
                ? "every namespace is excluded"
                : "namespace " + namespace + " is excluded by " + excluded);
      }
    }
    return Optional.empty();
  }

  private static boolean selectsNamespace(List<String> globs, String namespace) {
    return namespace.isEmpty() ? globs.contains("*") : Glob.anyMatches(globs, namespace);
  }
}
