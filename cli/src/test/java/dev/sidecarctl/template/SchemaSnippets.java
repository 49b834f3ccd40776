package dev.sidecarctl.template;

import dev.sidecarctl.editor.Keywords;
import java.util.List;
import java.util.Map;

/** What an editor offers to write for a whole part of a template ({@code defaultSnippets}). */
final class SchemaSnippets {
  static final List<Object> DOCUMENT =
      List.of(
          snippet(
              "template",
              "A template with one sidecar",
              Keywords.of(
                  "apiVersion",
                  TemplateReader.API_VERSION,
                  "kind",
                  TemplateReader.KIND,
                  "metadata",
                  Keywords.of("name", "${1:name}"),
                  "spec",
                  Keywords.of("sidecars", List.of(container())))));

  static final Map<String, List<Object>> ITEMS =
      Map.of(
          "ContainerItem",
          List.of(snippet("container", "A container", container())),
          "Parameter",
          List.of(
              snippet(
                  "parameter",
                  "A parameter that somebody may set",
                  Keywords.of(
                      "name", "${1:name}",
                      "description", "${2:What it sets.}",
                      "default", "${3:value}")),
              snippet(
                  "parameter of a port",
                  "A parameter for the number of a port",
                  Keywords.of(
                      "name", "${1:port}",
                      "type", "integer",
                      "default", "${2:8080}",
                      "minimum", "1",
                      "maximum", "65535"))),
          "Target",
          List.of(
              snippet(
                  "target",
                  "A mount for the application's containers",
                  Keywords.of(
                      "volumeMounts",
                      List.of(Keywords.of("name", "${1:volume}", "mountPath", "${2:/path}"))))),
          "VolumeItem",
          List.of(
              snippet(
                  "volume",
                  "An empty directory",
                  Keywords.of("name", "${1:name}", "emptyDir", Map.of()))));

  private SchemaSnippets() {}

  private static Map<String, Object> container() {
    return Keywords.of("name", "${1:name}", "image", "${2:image}");
  }

  private static Map<String, Object> snippet(
      String label, String description, Map<String, Object> body) {
    return Keywords.of("label", label, "description", description, "body", body);
  }
}
