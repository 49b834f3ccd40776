package dev.sidecarctl.merge;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * References of the form {@code $(NAME)} that Kubernetes expands in env values, commands and
 * arguments; {@code $$(NAME)} is not one.
 */
final class VariableReferences {

  private VariableReferences() {}

  /** The names referred to in the value of a variable. */
  static List<String> of(Value env) {
    return env instanceof Value.Mapping mapping
        ? in(mapping.findText("value").orElse(""))
        : List.of();
  }

  /** The names referred to in a value, a command's word or an argument. */
  static List<String> in(String text) {
    List<String> names = new ArrayList<>();
    int at = text.indexOf('$');
    while (at >= 0 && at + 1 < text.length()) {
      char next = text.charAt(at + 1);
      int end = next == '(' ? text.indexOf(')', at) : -1;
      if (end > 0) {
        names.add(text.substring(at + 2, end));
      }
      at = text.indexOf('$', next == '$' ? at + 2 : at + 1);
    }
    return names;
  }

  /** Whether Kubernetes itself defines such a variable, for the services of a namespace. */
  static boolean namesService(String variable) {
    return variable.endsWith("_SERVICE_HOST")
        || variable.endsWith("_PORT")
        || variable.contains("_PORT_");
  }
}
