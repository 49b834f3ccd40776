package dev.sidecarctl.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random lives of manifests, held against a model after each step. {@code -Dsequences=2000} is the
 * size for a night; {@code -Dseed=17} lives one again and tells its steps.
 */
class ModelTest {
  private static final int SEQUENCES = Integer.getInteger("sequences", 200);
  private static final Map<String, Pattern> TRAITS =
      Map.of(
          "flow style", Pattern.compile("[\\[{]"),
          "anchors", Pattern.compile("[:-]\\s+&"),
          "CRLF", Pattern.compile("\r\n"),
          "several containers", Pattern.compile("c1\\b"));

  private static final String STEPS = "steps";
  private static final String REFUSALS = "refusals";

  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void everyStepDoesWhatTheModelSays(@TempDir Path folder) throws IOException {
    LifeOfAManifest.prepare(folder);
    int first = Integer.getInteger("seed", 1);
    boolean one = Integer.getInteger("seed") != null && Integer.getInteger("sequences") == null;
    int last = one ? first : first + SEQUENCES - 1;
    for (int seed = first; seed <= last; seed++) {
      LifeOfAManifest life = new LifeOfAManifest(seed, folder);
      String start = life.usersText();
      try {
        life.live();
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ", " + life.steps() + ":\n" + start, e);
      }
      count(life, start);
    }
    System.out.println("seeds " + first + " to " + last + ": " + counts);
    assertThat(counts.get(REFUSALS)).as("refused steps").isLessThan(counts.get(STEPS) / 5);
  }

  private void count(LifeOfAManifest life, String start) {
    TRAITS.forEach(
        (trait, pattern) -> {
          if (pattern.matcher(start).find()) {
            counts.merge(trait, 1, Integer::sum);
          }
        });
    counts.merge(STEPS, life.steps().size(), Integer::sum);
    counts.merge(REFUSALS, life.refusals(), Integer::sum);
  }
}
