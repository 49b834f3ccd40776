package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.yaml.Value;
import java.util.Set;

/** An image whose tag moves on is another one tomorrow. */
public final class ImageTags extends RenderedRule {
  private static final Set<String> MOVING =
      Set.of(
          "latest",
          "stable",
          "edge",
          "main",
          "master",
          "nightly",
          "rolling",
          "dev",
          "develop",
          "devel",
          "head",
          "snapshot",
          "canary",
          "current",
          "lts",
          "mainline",
          "release",
          "prod",
          "production",
          "staging",
          "test");

  @Override
  void check(RenderedTemplate rendered, Subject subject, Remarks remarks) {
    for (ContainerItem container : containers(rendered)) {
      Value image = container.value().find("image").orElse(Value.nothing());
      String text = image.asText().orElse("");
      String fault = text.isEmpty() || text.contains("@") ? "" : fault(text);
      if (!fault.isEmpty()) {
        remarks.warn(
            Code.IMAGE_MUTABLE,
            image,
            "image " + text + " " + fault,
            "name the version in full, or a digest: NAME:TAG@sha256:…");
      }
    }
  }

  private static String fault(String image) {
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    if (colon < 0) {
      return "has no tag, which means latest";
    }
    String tag = image.substring(colon + 1);
    int dash = tag.indexOf('-');
    String first = dash < 0 ? tag : tag.substring(0, dash);
    boolean major = first.matches("v?[0-9]{1,3}");
    return MOVING.contains(first) || major ? "has a tag that moves on with every release" : "";
  }
}
