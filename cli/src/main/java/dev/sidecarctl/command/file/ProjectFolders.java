package dev.sidecarctl.command.file;

import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the folders around a file say of it: whether it belongs to a Helm chart, and whether a
 * kustomization lists it as a patch. Looks upwards as far as the top of the repository.
 */
public final class ProjectFolders {
  private static final String[] KUSTOMIZATIONS = {
    "kustomization.yaml", "kustomization.yml", "Kustomization"
  };

  private final Map<Path, Boolean> belowChart = new HashMap<>();
  private final Map<Path, Set<Path>> patches = new HashMap<>();
  private final Map<Path, Boolean> kustomizations = new HashMap<>();

  /** Whether a {@code Chart.yaml} lies in the file's folder or above. */
  public boolean isInChart(Path file) {
    Path folder = real(file).getParent();
    return folder != null && isChart(folder);
  }

  private boolean isChart(Path folder) {
    Boolean known = belowChart.get(folder);
    if (known == null) {
      Path above = above(folder);
      known = Files.exists(folder.resolve("Chart.yaml")) || (above != null && isChart(above));
      belowChart.put(folder, known);
    }
    return known;
  }

  /** Whether a kustomization in the file's folder or above lists the file as a patch. */
  public boolean isKustomizePatch(Path file) {
    Path real = real(file);
    for (Path folder = real.getParent(); folder != null; folder = above(folder)) {
      if (patches(folder).contains(real)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a kustomization lies in the file's folder: what it says of labels and selectors may
   * come to the file's objects.
   */
  public boolean isKustomizeResource(Path file) {
    Path folder = real(file).getParent();
    if (folder == null) {
      return false;
    }
    Boolean known = kustomizations.get(folder);
    if (known == null) {
      known = false;
      for (String name : KUSTOMIZATIONS) {
        known |= Files.isRegularFile(folder.resolve(name));
      }
      kustomizations.put(folder, known);
    }
    return known;
  }

  private Set<Path> patches(Path folder) {
    Set<Path> known = patches.get(folder);
    if (known == null) {
      known = new HashSet<>();
      for (String name : KUSTOMIZATIONS) {
        Path file = folder.resolve(name);
        if (Files.isRegularFile(file)) {
          collectPatches(folder, file, known);
        }
      }
      patches.put(folder, known);
    }
    return known;
  }

  /** A kustomization that cannot be read lists nothing: it is kustomize's to complain of it. */
  private static void collectPatches(Path folder, Path file, Set<Path> into) {
    try {
      InputReader reader = new InputReader(InputStream.nullInputStream());
      for (YamlDocument document : YamlStream.of(reader.read(file.toString(), file)).documents()) {
        if (!document.isEmpty() && document.value() instanceof Value.Mapping kustomization) {
          collectPaths(folder, kustomization.sequence("patches"), into);
          collectPaths(folder, kustomization.sequence("patchesJson6902"), into);
          for (Value patch : kustomization.sequence("patchesStrategicMerge").items()) {
            patch.asText().ifPresent(text -> addPath(folder, text, into));
          }
        }
      }
    } catch (RefusedException | StoppedException e) {
      // Said above.
    }
  }

  private static void collectPaths(Path folder, Value.Sequence patches, Set<Path> into) {
    for (Value patch : patches.items()) {
      if (patch instanceof Value.Mapping mapping) {
        mapping.findText("path").ifPresent(text -> addPath(folder, text, into));
      }
    }
  }

  private static void addPath(Path folder, String text, Set<Path> into) {
    // A patch may also stand in the kustomization itself, as text.
    if (text.indexOf('\n') < 0) {
      try {
        into.add(real(folder.resolve(text)));
      } catch (InvalidPathException e) {
        // No path, then.
      }
    }
  }

  /** Whether a folder is the top of a Git repository. */
  public static boolean isRepository(Path folder) {
    return Files.exists(folder.resolve(".git"));
  }

  /** The folder above; null at the top of a repository. */
  public static @Nullable Path above(Path folder) {
    return isRepository(folder) ? null : folder.getParent();
  }

  /** A path without links in it, as far as there is one. */
  public static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
