package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Volumes that are put together from several sources ({@code validateProjectionSources}). Sources
 * behind feature gates are dropped, which {@link FeatureCheck} tells.
 */
final class ProjectedSources {
  private static final int SHORTEST = 600;
  private static final long LONGEST = 1L << 32;
  private static final List<String> SOURCES =
      List.of("secret", "configMap", "downwardAPI", "serviceAccountToken");

  private final Findings findings;
  private final VolumeItems items;

  ProjectedSources(PodContext pod, VolumeItems items) {
    this.findings = pod.findings();
    this.items = items;
  }

  void check(Field projected) {
    items.mode(projected.key("defaultMode"));
    Set<String> paths = new HashSet<>();
    for (Field source : projected.items("sources")) {
      int count = 0;
      for (String name : SOURCES) {
        Field part = source.key(name);
        if (part.isSet()) {
          count++;
          part(name, part, projected, paths);
        }
      }
      if (count > 1) {
        findings.forbidden(source, "may not specify more than 1 volume type per source");
      }
    }
  }

  private void part(String name, Field part, Field projected, Set<String> paths) {
    switch (name) {
      case "secret", "configMap" -> {
        if (part.key("name").isEmpty()) {
          findings.required(part.key("name"));
        }
        for (Field item : part.items("items")) {
          items.key(item);
          unique(item.key("path"), part.key("name").text(), projected, paths);
        }
      }
      case "downwardAPI" -> {
        for (Field item : part.items("items")) {
          items.downwardFile(item);
          unique(item.key("path"), item.key("path").text(), projected, paths);
        }
      }
      case "serviceAccountToken" -> token(part);
      default -> {
        // All are named above.
      }
    }
  }

  private void unique(Field path, String shown, Field projected, Set<String> paths) {
    if (!path.text().isEmpty() && !paths.add(path.text())) {
      findings.invalid(projected, Findings.quoted(shown), "conflicting duplicate paths");
    }
  }

  private void token(Field token) {
    Field expiration = token.key("expirationSeconds");
    if (expiration.number(SHORTEST) < SHORTEST) {
      findings.invalid(expiration, "may not specify a duration less than 10 minutes");
    } else if (expiration.number(SHORTEST) > LONGEST) {
      findings.invalid(expiration, "may not specify a duration larger than 2^32 seconds");
    }
    items.path(token.key("path"));
  }
}
