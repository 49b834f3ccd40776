package dev.sidecarctl.yaml;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.text.TextEdits;
import java.util.Map;
import java.util.Optional;

/** Edits texts the way the program does, for tests. */
final class Editing {
  /** Items are known by their name. */
  static final ItemKeys BY_NAME =
      (list, item) ->
          item instanceof Value.Mapping mapping ? mapping.findText("name") : Optional.empty();

  private Editing() {}

  /** The first document of a text that holds something. */
  static YamlDocument document(String text) {
    YamlDocument found = null;
    for (YamlDocument document : YamlStream.of(new Source("test.yaml", text)).documents()) {
      if (found == null || (found.isEmpty() && !document.isEmpty())) {
        found = document;
      }
    }
    if (found == null) {
      throw new IllegalArgumentException("no document");
    }
    return found;
  }

  static Value value(String text) {
    return document(text).value();
  }

  static Reconciliation reconcile(String text, Value wanted, Map<FieldPath, String> restored) {
    return Reconciliation.of(document(text), wanted, BY_NAME, restored);
  }

  static String apply(String text, Reconciliation reconciliation) {
    return TextEdits.of(reconciliation.edits()).applyTo(text);
  }
}
