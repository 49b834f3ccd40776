package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.RefusedException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random texts, random wanted data: the result says it, and additions can be taken back. */
class ReconciliationPropertyTest {
  private static final int TEXTS = 3_000;

  /** Few enough to notice a rule that refuses too much; each is a literal block with {@code +}. */
  private static final int MOST_REFUSALS = TEXTS / 500;

  @Test
  void theResultSaysWhatWasWanted() {
    int refusals = 0;
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      String text = new RandomText(random).next();
      Value wanted =
          new RandomChanges(random, true).change(Editing.value(text), 1 + random.nextInt(5));
      try {
        String result = Editing.apply(text, Editing.reconcile(text, wanted, Map.of()));
        assertThat(Editing.value(result)).as("seed %s", seed).isEqualTo(wanted);
      } catch (RefusedException e) {
        assertThat(e.diagnostics().get(0).code()).isEqualTo(Code.EDIT_NOT_POSSIBLE);
        refusals++;
      }
    }
    assertThat(refusals).isLessThanOrEqualTo(MOST_REFUSALS);
  }

  @Test
  void additionsCanBeTakenBackByteForByte() {
    for (int seed = 0; seed < TEXTS; seed++) {
      Random random = new Random(seed);
      String text = new RandomText(random).next();
      Value before = Editing.value(text);
      Value wanted = new RandomAdditions(random).add(before, 1 + random.nextInt(5));
      Reconciliation there = Editing.reconcile(text, wanted, Map.of());
      String result = Editing.apply(text, there);
      Reconciliation back = Editing.reconcile(result, before, there.replaced());
      assertThat(Editing.apply(result, back)).as("seed %s", seed).isEqualTo(text);
    }
  }
}
