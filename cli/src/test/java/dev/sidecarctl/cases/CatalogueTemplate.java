package dev.sidecarctl.cases;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.JsonText;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A template of the catalogue with what has to be set for it, as the first of its cases sets it.
 *
 * @param folder where it lies
 */
record CatalogueTemplate(CaseFolder folder) {

  static List<CatalogueTemplate> all() {
    return CaseFolder.below("templates").stream().map(CatalogueTemplate::new).toList();
  }

  String name() {
    return folder.name();
  }

  String text() {
    return folder.text("template.yaml");
  }

  /** {@code --set NAME=VALUE}, as often as it is needed. */
  List<String> settings() {
    List<String> settings = new ArrayList<>();
    CaseFolder first = CaseFolder.below("templates/" + name() + "/cases").get(0);
    if (first.has("case.yaml")) {
      Source source = new Source("case.yaml", first.text("case.yaml"));
      Value read = YamlStream.of(source).documents().get(0).value();
      ((Value.Mapping) read)
          .mapping("parameters")
          .entries()
          .forEach(
              (parameter, value) -> {
                settings.add("--set");
                settings.add(name() + "." + parameter + "=" + shown(value));
              });
    }
    return settings;
  }

  private static String shown(Value value) {
    return value instanceof Value.Scalar scalar ? scalar.text() : JsonText.inOrder(value);
  }

  @Override
  public String toString() {
    return name();
  }
}
