package dev.sidecarctl.inject;

import dev.sidecarctl.check.ObjectFinder;
import dev.sidecarctl.check.ObjectFinder.ManifestObject;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The levels of Pod Security that the Namespaces of a source say in their labels. */
final class PodSecurityLabels {
  private static final PodSecurityLabels NONE = new PodSecurityLabels(Map.of());

  private final Map<String, PodSecurityLevel> levels;

  private PodSecurityLabels(Map<String, PodSecurityLevel> levels) {
    this.levels = levels;
  }

  /** A source without the word is not parsed for it. */
  static PodSecurityLabels of(Source source) {
    if (!source.text().contains(PodSecurityLevel.LABEL)) {
      return NONE;
    }
    Map<String, PodSecurityLevel> levels = new HashMap<>();
    try {
      for (YamlDocument document : YamlStream.of(source).documents()) {
        if (!document.isEmpty()) {
          collect(document, levels);
        }
      }
    } catch (RefusedException e) {
      // Whoever walks the documents complains of it.
    }
    return new PodSecurityLabels(levels);
  }

  private static void collect(YamlDocument document, Map<String, PodSecurityLevel> levels) {
    for (ManifestObject object : ObjectFinder.find(document.value())) {
      if (object.id().kind().equals("Namespace") && object.id().apiVersion().equals("v1")) {
        object
            .value()
            .mapping("metadata")
            .mapping("labels")
            .findText(PodSecurityLevel.LABEL)
            .flatMap(PodSecurityLevel::of)
            .ifPresent(level -> levels.put(object.id().name(), level));
      }
    }
  }

  /** The level of a namespace; {@code default} where none is named. */
  Optional<PodSecurityLevel> level(String namespace) {
    return Optional.ofNullable(levels.get(namespace.isEmpty() ? "default" : namespace));
  }
}
