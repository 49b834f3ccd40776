package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.template.Part;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.template.RenderedTemplate.Target;
import dev.sidecarctl.yaml.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A volume that nobody mounts is a leftover, or its mount was forgotten. */
public final class MountedVolumes extends RenderedRule {

  @Override
  void check(RenderedTemplate rendered, Subject subject, Remarks remarks) {
    Set<String> mounted = new HashSet<>();
    for (ContainerItem container : containers(rendered)) {
      addMounts(container.value(), mounted);
    }
    for (Target target : rendered.targets()) {
      addMounts(target.additions(), mounted);
    }
    for (Part volume : rendered.volumes()) {
      Value name = volume.value().find("name").orElse(volume.value());
      String text = name.asText().orElse("");
      if (!mounted.contains(text)) {
        remarks.warn(
            Code.VOLUME_UNMOUNTED,
            name,
            "nobody mounts the volume " + text,
            "mount it in a container or a target, or take it out");
      }
    }
  }

  private static void addMounts(Value.Mapping container, Set<String> mounted) {
    for (String list : List.of("volumeMounts", "volumeDevices")) {
      for (Value item : container.sequence(list).items()) {
        if (item instanceof Value.Mapping mount) {
          mount.findText("name").ifPresent(mounted::add);
        }
      }
    }
  }
}
