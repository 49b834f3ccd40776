package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of a list parameter as annotations and command lines write it: {@code a, b}, or, where
 * an element has a comma or a blank at its end, a list in YAML's flow style, {@code ["a,b", c]}.
 */
final class ListText {

  private ListText() {}

  /** The texts of the elements; empty if the text is no list. */
  static Optional<List<String>> parse(String text) {
    String bare = text.strip();
    if (bare.isEmpty()) {
      return Optional.of(List.of());
    }
    return bare.startsWith("[") ? flow(bare) : byCommas(bare);
  }

  private static Optional<List<String>> byCommas(String text) {
    List<String> elements = new ArrayList<>();
    for (String element : text.split(",", -1)) {
      if (element.isBlank()) {
        return Optional.empty();
      }
      elements.add(element.strip());
    }
    return Optional.of(elements);
  }

  private static Optional<List<String>> flow(String text) {
    try {
      List<YamlDocument> documents = YamlStream.of(new Source("list", text)).documents();
      if (documents.size() != 1 || !(documents.get(0).value() instanceof Value.Sequence list)) {
        return Optional.empty();
      }
      List<String> elements = new ArrayList<>();
      for (Value item : list.items()) {
        if (!(item instanceof Value.Scalar scalar) || scalar.isNull()) {
          return Optional.empty();
        }
        elements.add(scalar.text());
      }
      return Optional.of(elements);
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}
