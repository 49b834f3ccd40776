package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.yaml.Value;
import java.util.List;

/** Reads lists of globs. */
final class Globs {

  private Globs() {}

  /** The globs of a list; one that can match nothing is a problem. */
  static List<String> read(Value.Sequence list, Problems problems) {
    for (Value item : list.items()) {
      String glob = item.asText().orElse("*");
      if (glob.isEmpty() || !Glob.isWellFormed(glob)) {
        problems.add(
            Code.TEMPLATE_VALUE,
            "\"" + glob + "\" matches no name",
            item,
            glob.isEmpty() ? "write \"*\" for every name" : "close the bracket");
      }
    }
    return Texts.of(list);
  }
}
