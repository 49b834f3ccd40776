package dev.sidecarctl.authoring;

import dev.sidecarctl.template.Parameter;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/** A template's parameters as a table in Markdown, for its README. */
public final class ParameterTable {
  private ParameterTable() {}

  /** The table, with a line end; a sentence where there are none. */
  public static String of(SidecarTemplate template) {
    if (template.parameters().isEmpty()) {
      return "It has no parameters.\n";
    }
    StringBuilder table = new StringBuilder("| parameter | default | |\n| --- | --- | --- |\n");
    for (Parameter parameter : template.parameters()) {
      table.append("| ").append(code(parameter.name()));
      table
          .append(" | ")
          .append(parameter.defaultValue().map(ParameterTable::shown).orElse("required"));
      table.append(" | ").append(meaning(parameter)).append(" |\n");
    }
    return table.toString();
  }

  private static String meaning(Parameter parameter) {
    List<String> sentences = new ArrayList<>();
    String description =
        String.join(" ", parameter.description().lines().map(String::strip).toList());
    sentences.add(description.replace("|", "\\|").replace("<", "&lt;"));
    if (!parameter.choices().isEmpty()) {
      List<String> choices = new ArrayList<>();
      parameter
          .choiceTexts()
          .forEach(choice -> choices.add(choice.isEmpty() ? "none" : code(choice)));
      sentences.add("One of " + String.join(", ", choices) + ".");
    }
    return String.join(" ", sentences).strip();
  }

  private static String shown(Value value) {
    if (value instanceof Value.Scalar scalar) {
      return scalar.text().isEmpty() ? "none" : code(scalar.text());
    }
    return value instanceof Value.Sequence list && list.items().isEmpty()
        ? "none"
        : code(JsonText.inOrder(value));
  }

  /** In as many back quotes as are needed; in a table, a bar has to be escaped even there. */
  private static String code(String text) {
    String shown = text.replace("|", "\\|").replace("\n", " ");
    String fence = "`";
    while (shown.contains(fence)) {
      fence += "`";
    }
    String gap = fence.length() > 1 ? " " : "";
    return fence + gap + shown + gap + fence;
  }
}
