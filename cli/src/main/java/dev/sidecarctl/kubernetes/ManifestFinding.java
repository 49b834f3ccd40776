package dev.sidecarctl.kubernetes;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.yaml.YamlDocument;
import java.util.List;
import java.util.Optional;

/** What a document, or an item of a List, turned out to be. */
public sealed interface ManifestFinding {

  /** A workload that templates may be injected into. */
  record Injectable(Workload workload) implements ManifestFinding {}

  /**
   * A workload that is passed over.
   *
   * @param id what it is called
   * @param reason a phrase such as {@code its owner ReplicaSet web-5d makes it}
   * @param warning what is said of it besides, if it deserves a warning
   */
  record PassedOver(ResourceId id, String reason, Optional<Diagnostic> warning)
      implements ManifestFinding {}

  /**
   * No workload: passes through.
   *
   * @param reason a phrase for {@code -v}, such as {@code no apiVersion or kind}
   */
  record Other(String reason) implements ManifestFinding {}

  /**
   * All findings of a document, in order: one for the document itself, or those of the items of a
   * List, at any depth, without its nulls.
   *
   * @param kinds which of them are workloads
   * @throws dev.sidecarctl.diagnostic.RefusedException when the document is no YAML, or a workload
   *     in it has a list where a mapping is due, or the like; with every such place
   */
  static List<ManifestFinding> of(YamlDocument document, WorkloadKinds kinds) {
    return ManifestFinder.find(document.value(), kinds);
  }
}
