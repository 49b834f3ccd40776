package dev.sidecarctl.template;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The strings of a list. */
final class Texts {

  private Texts() {}

  /** Those items that are strings, in order; that all of them are is checked elsewhere. */
  static List<String> of(Value.Sequence list) {
    List<String> texts = new ArrayList<>(list.items().size());
    for (Value item : list.items()) {
      Optional<String> text = item.asText();
      if (text.isPresent()) {
        texts.add(text.get());
      }
    }
    return texts;
  }
}
