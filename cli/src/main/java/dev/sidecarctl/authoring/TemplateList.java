package dev.sidecarctl.authoring;

import dev.sidecarctl.diagnostic.Palette;
import dev.sidecarctl.diagnostic.TextTable;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The templates that may be used by their names. */
public final class TemplateList {
  private static final List<String> HEAD = List.of("NAME", "VERSION", "FROM", "DESCRIPTION");
  private static final String NONE = "-";

  private TemplateList() {}

  /** As a table. */
  public static String table(List<ListedTemplate> templates, Palette palette) {
    List<List<String>> rows = new ArrayList<>();
    for (ListedTemplate listed : templates) {
      String version = listed.template().version();
      rows.add(
          List.of(
              listed.template().name(),
              version.isEmpty() ? NONE : version,
              listed.origin(),
              firstLine(listed.template().description())));
    }
    return TextTable.of(HEAD, rows, palette);
  }

  private static String firstLine(String text) {
    return text.strip().lines().findFirst().orElse(NONE);
  }

  /** As a JSON array, a template a line. */
  public static String json(List<ListedTemplate> templates) {
    List<String> lines = new ArrayList<>();
    for (ListedTemplate listed : templates) {
      Map<String, Value> fields = new LinkedHashMap<>();
      fields.put("name", Value.text(listed.template().name()));
      fields.put("version", Value.text(listed.template().version()));
      fields.put("from", Value.text(listed.origin()));
      fields.put("description", Value.text(listed.template().description()));
      lines.add("  " + JsonText.inOrder(Value.Mapping.of(fields)));
    }
    return lines.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", lines) + "\n]\n";
  }
}
