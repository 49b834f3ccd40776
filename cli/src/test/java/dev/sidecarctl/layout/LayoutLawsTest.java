package dev.sidecarctl.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Manifests in layouts that nobody thought of. */
class LayoutLawsTest {
  private static final int SAMPLES = 600;

  /** What may stand in the way of an edit; anything else is a fault. */
  private static final Set<String> REFUSALS =
      Set.of("shared-anchor", "merge-key", "edit-not-possible");

  @Test
  void holdInEveryLayout(@TempDir Path folder) throws IOException {
    LayoutLaws.prepare(folder);
    Map<String, Integer> refusals = new TreeMap<>();
    for (int seed = 0; seed < SAMPLES; seed++) {
      LayoutSample sample = LayoutSample.of(seed);
      try {
        String refusal = new LayoutLaws(sample, folder).check();
        if (!refusal.isEmpty()) {
          refusals.merge(refusal, 1, Integer::sum);
        }
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ":\n" + sample.text(), e);
      }
    }
    assertThat(refusals.keySet()).isSubsetOf(REFUSALS);
  }
}
