package dev.sidecarctl.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Compares the verdicts of a reader with those of a schema. A document that a reader refuses for
 * its meaning alone is passed over: a schema may refuse it or not.
 */
public final class Disagreements {
  private static final int SHOWN = 12;
  private static final int LONGEST = 1500;

  private final EditorSchema schema;
  private final List<String> found = new ArrayList<>();
  private int accepted;
  private int refused;
  private int passedOver;

  /** With nothing compared yet. */
  public Disagreements(EditorSchema schema) {
    this.schema = schema;
  }

  /**
   * Adds a document, by what the reader says of it.
   *
   * @param form whether a complaint is one of form, which a schema has to make as well
   */
  public void add(String json, List<Diagnostic> diagnostics, Predicate<Diagnostic> form) {
    boolean good = diagnostics.isEmpty();
    boolean malformed = diagnostics.stream().anyMatch(form);
    if (!good && !malformed) {
      passedOver++;
      return;
    }
    accepted += good ? 1 : 0;
    refused += good ? 0 : 1;
    List<String> faults = schema.faults(json);
    if (faults.isEmpty() == malformed) {
      String reader = diagnostics.stream().map(Diagnostic::message).toList().toString();
      found.add(shown(json) + "\n  reader: " + reader + "\n  schema: " + faults);
    }
  }

  private static String shown(String json) {
    return json.length() < LONGEST ? json : json.substring(0, LONGEST) + "…";
  }

  /** Fails if there is one, or if too little was compared. */
  public void check(int least) {
    assertThat(found.subList(0, Math.min(SHOWN, found.size())))
        .as("%d of %d", found.size(), accepted + refused)
        .isEmpty();
    assertThat(accepted + refused).as("compared").isGreaterThanOrEqualTo(least);
    assertThat(accepted).as("accepted").isPositive();
    assertThat(refused).as("refused").isPositive();
    assertThat(passedOver).as("passed over").isLessThan((accepted + refused) / 5);
  }
}
