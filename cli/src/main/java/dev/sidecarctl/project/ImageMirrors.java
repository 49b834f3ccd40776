package dev.sidecarctl.project;

import dev.sidecarctl.template.Part;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Other places to pull images from.
 *
 * @param prefixes what an image's name begins with, and what takes its place; neither ends with a
 *     slash
 */
public record ImageMirrors(Map<String, String> prefixes) {
  private static final ImageMirrors NONE = new ImageMirrors(Map.of());
  private static final String DOCKER_HUB = "docker.io/";

  /** Takes a copy. */
  public ImageMirrors {
    prefixes = Map.copyOf(prefixes);
  }

  /** Images come from where they say. */
  public static ImageMirrors none() {
    return NONE;
  }

  /**
   * The image that is pulled instead: the longest prefix is replaced, be it one of the name as
   * written or with Docker Hub written out. The image itself if none fits.
   */
  public String mirrored(String image) {
    String best = image;
    int shortest = Integer.MAX_VALUE;
    for (String name : List.of(image, writtenOut(image))) {
      for (Map.Entry<String, String> prefix : prefixes.entrySet()) {
        if (isPrefix(prefix.getKey(), name)) {
          String rest = name.substring(prefix.getKey().length());
          if (rest.length() < shortest) {
            shortest = rest.length();
            best = prefix.getValue() + rest;
          }
        }
      }
    }
    return best;
  }

  /** A prefix ends where a part of the name does. */
  private static boolean isPrefix(String prefix, String name) {
    return name.startsWith(prefix)
        && (name.length() == prefix.length() || "/:@".indexOf(name.charAt(prefix.length())) >= 0);
  }

  /** {@code busybox} is {@code docker.io/library/busybox}. */
  private static String writtenOut(String image) {
    int slash = image.indexOf('/');
    String first = slash < 0 ? "" : image.substring(0, slash);
    boolean registry =
        first.indexOf('.') >= 0 || first.indexOf(':') >= 0 || first.equals("localhost");
    String path = registry && image.startsWith(DOCKER_HUB) ? image.substring(slash + 1) : image;
    if (registry && path.equals(image)) {
      return image;
    }
    return DOCKER_HUB + (path.indexOf('/') < 0 ? "library/" : "") + path;
  }

  /** A template with the images that it brings replaced. */
  public RenderedTemplate applyTo(RenderedTemplate template) {
    if (prefixes.isEmpty()) {
      return template;
    }
    List<Part> volumes = new ArrayList<>();
    for (Part volume : template.volumes()) {
      volumes.add(new Part(inVolume(volume.value()), volume.onConflict()));
    }
    return new RenderedTemplate(
        template.name(),
        template.version(),
        template.at(),
        inContainers(template.sidecars()),
        inContainers(template.containers()),
        inContainers(template.initContainers()),
        volumes,
        template.targets(),
        template.pod(),
        template.placement(),
        template.onConflict());
  }

  private List<ContainerItem> inContainers(List<ContainerItem> items) {
    List<ContainerItem> mirrored = new ArrayList<>();
    for (ContainerItem item : items) {
      Part container = new Part(replaced(item.value(), "image"), item.part().onConflict());
      mirrored.add(new ContainerItem(item.name(), container, item.placement()));
    }
    return mirrored;
  }

  private Value.Mapping inVolume(Value.Mapping volume) {
    return volume.find("image").orElse(Value.nothing()) instanceof Value.Mapping image
        ? volume.with("image", replaced(image, "reference"))
        : volume;
  }

  private Value.Mapping replaced(Value.Mapping holder, String key) {
    if (holder.find(key).orElse(Value.nothing()) instanceof Value.Scalar image
        && image.kind() == Value.Kind.STRING) {
      Value mirrored =
          new Value.Scalar(Value.Kind.STRING, mirrored(image.text()), image.origin().orElse(null));
      return holder.with(key, mirrored);
    }
    return holder;
  }
}
