package dev.sidecarctl.cases;

import static dev.sidecarctl.cases.ManifestData.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is done about a template's conflicts: the command line, the part, what it is in, the whole.
 */
final class IndependentPolicies {
  private final Map<String, String> given = new HashMap<>();
  private final String ofTemplate;

  /**
   * @param arguments of the command line
   * @param ofTemplate the template's own word; empty for none
   */
  IndependentPolicies(List<String> arguments, String ofTemplate) {
    this.ofTemplate = ofTemplate;
    for (int i = 0; i + 1 < arguments.size(); i++) {
      if (arguments.get(i).equals("--on-conflict")) {
        String[] pair = ("=" + arguments.get(i + 1)).split("=");
        given.put(pair.length > 2 ? pair[1] : "", pair[pair.length - 1]);
      }
    }
  }

  /** Whether a part, whose own word is taken out of it, replaces what differs. */
  boolean replaces(String code, Map<String, Object> part) {
    boolean replaces = ofItem(code, part, Map.of()).equals("replace");
    part.remove("onConflict");
    return replaces;
  }

  /** The word that counts for an item within a part. */
  String ofItem(String code, Map<String, Object> item, Map<String, Object> part) {
    for (String word :
        List.of(
            given.getOrDefault(code, given.getOrDefault("", "")),
            text(item, "onConflict"),
            text(part, "onConflict"),
            ofTemplate)) {
      if (!word.isEmpty()) {
        return word;
      }
    }
    return "";
  }
}
