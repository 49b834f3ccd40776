package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.template.Part;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.Target;
import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Optional;

/** Gives the application's containers what a template's targets say. */
final class TargetMerge {
  private final PodDraft draft;
  private final RenderedTemplate template;
  private final VolumeSharing sharing;
  private final Conflicts conflicts;

  TargetMerge(
      PodDraft draft, RenderedTemplate template, VolumeSharing sharing, Conflicts conflicts) {
    this.draft = draft;
    this.template = template;
    this.sharing = sharing;
    this.conflicts = conflicts;
  }

  void merge() {
    for (Target target : template.targets()) {
      for (PodContainer container : Targets.selected(draft, target.selector())) {
        Conflicts its = conflicts.ofPart(target.part().onConflict());
        PodContainer twin = Targets.namelessBefore(draft, container);
        if (twin != null) {
          draft.report(nameless(container, twin, target));
          continue;
        }
        mergeInto(container, sharing.applyTo(target.additions()), its);
      }
    }
  }

  /** Of several containers without a name, nobody could tell later which one got what. */
  private static Diagnostic nameless(PodContainer container, PodContainer twin, Target target) {
    return Diagnostic.error(
            Code.CONTAINER_NAMELESS,
            "the template's target means a container without a name, and it is not the only one",
            Wording.place(container.value()))
        .labelled("here: " + container.called())
        .noting(Wording.place(twin.value()), "another one: " + twin.called())
        .noting(Wording.place(target.additions()), "what both were to get")
        .helping("give each of them a name: by that they are told apart from run to run");
  }

  private void mergeInto(PodContainer container, Value.Mapping additions, Conflicts its) {
    ItemPath path = container.path();
    for (Map.Entry<String, Value> entry : additions.entries().entrySet()) {
      Value wanted = entry.getValue();
      if (entry.getKey().equals("volumeMounts") && wanted instanceof Value.Sequence mounts) {
        mergeMounts(path, mounts, its);
      } else if (entry.getKey().equals("env") && wanted instanceof Value.Sequence variables) {
        EnvMerge env = new EnvMerge(draft, template.name(), its);
        env.merge(path, variables);
        env.warnOfUndefined(path, variables);
      } else {
        if (entry.getKey().equals("ports") && wanted instanceof Value.Sequence ports) {
          new PortClashes(draft).check(container.name(), ports);
        }
        new FieldMerge(draft, template.name(), its).merge(path.then(entry.getKey()), wanted);
      }
    }
  }

  private void mergeMounts(ItemPath container, Value.Sequence mounts, Conflicts its) {
    for (Value item : mounts.items()) {
      if (item instanceof Value.Mapping mount) {
        Part part = Part.of(mount);
        mergeMount(container, part.value(), its.ofPart(part.onConflict()));
      }
    }
  }

  private void mergeMount(ItemPath container, Value.Mapping wanted, Conflicts its) {
    ItemPath list = container.then("volumeMounts");
    ItemPath path = VolumeSharing.mountPath(container, wanted);
    Optional<Value> present = draft.find(path);
    Optional<Value> device = draft.find(container.then("volumeDevices").then(path.last()));
    if (device.isPresent()) {
      its.decideKeeping(conflict(container, device.get(), "a block device", wanted));
    } else if (present.isEmpty()) {
      draft.addItem(template.name(), list, wanted, -1);
    } else if (sharing.isReplaced(path)) {
      draft.replace(template.name(), path, wanted);
    } else if (sharing.hasJudged(path)) {
      draft.share(template.name(), path, present.get());
    } else if (Meaning.same("volumeMounts", present.get(), wanted)
        || isWider((Value.Mapping) present.get(), wanted)) {
      draft.share(template.name(), path, present.get());
    } else {
      Value there = present.get();
      its.settle(conflict(container, there, Wording.brief(there), wanted), path, wanted);
    }
  }

  /** The application may write where the template wants it to read only: that serves both. */
  private static boolean isWider(Value.Mapping present, Value.Mapping wanted) {
    return VolumeSharing.isReadOnly(wanted)
        && Meaning.same("volumeMounts", present, wanted.without("readOnly"));
  }

  private static Diagnostic conflict(
      ItemPath container, Value present, String is, Value.Mapping wanted) {
    return Wording.conflict(
            Code.MOUNT_CONFLICT,
            "container \""
                + container.last()
                + "\" already mounts something else at "
                + wanted.findText("mountPath").orElse(""),
            present,
            is,
            wanted,
            Wording.brief(wanted))
        .helping("let the template use another path, or leave the container out of its targets");
  }
}
