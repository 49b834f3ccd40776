package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.TextEdit;
import java.util.List;
import java.util.Map;

/**
 * The edits that turn a document's text into one that holds other data, and nothing else changed.
 *
 * @param edits disjoint and sorted, offsets into the document's source; empty when nothing differs
 * @param replaced the user's text that an edit replaces and that cannot be derived from the result:
 *     by path in the document's present data, the text from behind the slot's anchor and tag to the
 *     end of its content (a leading blank included), such as {@code " []"} or {@code " *x"}
 */
public record Reconciliation(List<TextEdit> edits, Map<FieldPath, String> replaced) {

  /**
   * Computes the edits, and verifies them by reading the edited slice again.
   *
   * @param document parsed, without duplicate keys on the way
   * @param wanted the data after the edits; parts that are to stay are equal to the present ones
   * @param keys which items are the same item, edited
   * @param restored texts that a slot gets verbatim, by path in the wanted data, in the form of
   *     {@code replaced}; the wanted data there is what the text means
   * @throws RefusedException when the data cannot be reached without touching more than it should
   *     (a shared anchor, a merge key, a template in the way); each diagnostic names the places
   */
  public static Reconciliation of(
      YamlDocument document, Value wanted, ItemKeys keys, Map<FieldPath, String> restored) {
    if (restored.isEmpty() && document.value().equals(wanted)) {
      return new Reconciliation(List.of(), Map.of());
    }
    EditRounds rounds = new EditRounds(document, keys, restored);
    Reconciliation result = rounds.run(wanted, false);
    if (result == null) {
      result = rounds.run(wanted, true);
    }
    if (result == null) {
      throw new RefusedException(
          Diagnostic.error(
                  Code.EDIT_NOT_POSSIBLE,
                  "this document cannot be changed without rewriting parts that are to stay",
                  new Location(document.source(), document.slice()))
              .helping("write the parts of it that are to change in a plainer style"));
    }
    return result;
  }
}
