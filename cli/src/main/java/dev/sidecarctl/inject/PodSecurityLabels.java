package dev.sidecarctl.inject;

import dev.sidecarctl.check.ObjectFinder.ManifestObject;
import dev.sidecarctl.check.security.PodSecurityLevel;
import java.util.Optional;

/** The levels of Pod Security that the Namespaces in the inputs of a run say in their labels. */
final class PodSecurityLabels {
  private final Neighbours neighbours;

  PodSecurityLabels(Neighbours neighbours) {
    this.neighbours = neighbours;
  }

  /** The level of a namespace; {@code default} where none is named. */
  Optional<PodSecurityLevel> level(String namespace) {
    if (!neighbours.mention(PodSecurityLevel.LABEL)) {
      return Optional.empty();
    }
    String wanted = namespace.isEmpty() ? "default" : namespace;
    for (ManifestObject object : neighbours.ofKind("Namespace")) {
      if (object.id().name().equals(wanted)) {
        Optional<String> word =
            object.value().mapping("metadata").mapping("labels").findText(PodSecurityLevel.LABEL);
        if (word.isPresent()) {
          return PodSecurityLevel.of(word.get());
        }
      }
    }
    return Optional.empty();
  }
}
