package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.template.ConflictPolicy;
import dev.sidecarctl.template.Part;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of a template's volumes are replaced by volumes that the application already mounts at the
 * wanted path (an application that logs to a claim of its own), and what that does to mounts.
 */
final class VolumeSharing {

  /**
   * What stands in for a template's volume.
   *
   * @param volume the user's volume
   * @param subPath the part of it that the application mounts; empty for all
   * @param mount the application's mount
   * @param paths the names of all mounts that it serves
   */
  private record Shared(String volume, String subPath, Value.Mapping mount, List<ItemPath> paths) {

    static Shared of(Value.Mapping mount) {
      return new Shared(
          mount.findText("name").orElse(""),
          mount.findText("subPath").orElse(""),
          mount,
          new ArrayList<>());
    }

    String described() {
      return subPath.isEmpty() ? volume : volume + ", its part " + subPath;
    }

    boolean isLike(Shared other) {
      return volume.equals(other.volume) && subPath.equals(other.subPath);
    }
  }

  private final PodDraft draft;
  private final RenderedTemplate template;
  private final Map<String, Shared> shared = new LinkedHashMap<>();
  private final Set<ItemPath> judged = new HashSet<>();
  private final Set<ItemPath> replaced = new HashSet<>();
  private final Set<String> unshared = new HashSet<>();

  private VolumeSharing(PodDraft draft, RenderedTemplate template) {
    this.draft = draft;
    this.template = template;
  }

  /** Looks through the targets of a template. Conflicts are settled at once. */
  static VolumeSharing of(PodDraft draft, RenderedTemplate template, Conflicts conflicts) {
    VolumeSharing sharing = new VolumeSharing(draft, template);
    for (RenderedTemplate.Target target : template.targets()) {
      Conflicts its = conflicts.ofPart(target.part().onConflict());
      for (PodContainer container : Targets.selected(draft, target.selector())) {
        for (Value mount : target.additions().sequence("volumeMounts").items()) {
          if (mount instanceof Value.Mapping item) {
            Part part = Part.of(item);
            sharing.consider(container, part.value(), its.ofPart(part.onConflict()));
          }
        }
      }
    }
    return sharing;
  }

  private void consider(PodContainer container, Value.Mapping wanted, Conflicts conflicts) {
    String volume = wanted.findText("name").orElse("");
    Value.Mapping present = mountAt(container.value(), wanted).orElse(null);
    if (present == null || !definesVolume(volume) || isWanted(present, wanted)) {
      return;
    }
    ItemPath path = mountPath(container.path(), wanted);
    judged.add(path);
    Diagnostic obstacle = obstacle(container, present, wanted);
    ConflictPolicy policy = obstacle == null ? null : decide(obstacle, path, conflicts);
    if (policy == ConflictPolicy.REPLACE) {
      unshare(volume, path);
    } else if (obstacle == null || obstacle.code() == Code.MOUNT_READ_ONLY) {
      shared.computeIfAbsent(volume, name -> Shared.of(present)).paths().add(path);
    }
  }

  private ConflictPolicy decide(Diagnostic obstacle, ItemPath path, Conflicts conflicts) {
    return draft.isUsers(path)
        ? conflicts.decide(obstacle, path)
        : conflicts.decideKeeping(obstacle);
  }

  /** From now on the template's own volume goes in, wherever the application mounts another one. */
  private void unshare(String volume, ItemPath mount) {
    unshared.add(volume);
    replaced.add(mount);
    Shared other = shared.remove(volume);
    if (other != null) {
      replaced.addAll(other.paths());
    }
  }

  private static boolean isWanted(Value.Mapping present, Value.Mapping wanted) {
    return present.findText("name").equals(wanted.findText("name"))
        && present.findText("subPath").orElse("").equals(wanted.findText("subPath").orElse(""));
  }

  /** Why the application's volume cannot serve the sidecar; null when it can. */
  private @Nullable Diagnostic obstacle(
      PodContainer container, Value.Mapping present, Value.Mapping wanted) {
    String volume = wanted.findText("name").orElse("");
    boolean parts = present.find("subPathExpr").isPresent() || wanted.find("subPath").isPresent();
    if (parts || unshared.contains(volume)) {
      return conflict(container, present, wanted)
          .helping("mount the template's volume at another path");
    }
    Shared before = shared.get(volume);
    if (before != null && !before.isLike(Shared.of(present))) {
      return twoVolumes(before, present, wanted);
    }
    boolean refused = isReadOnly(present) && sidecarWrites(volume);
    return refused ? readOnly(container, present, wanted) : null;
  }

  private static Diagnostic twoVolumes(Shared before, Value.Mapping present, Value.Mapping wanted) {
    return Wording.conflict(
            Code.MOUNT_CONFLICT,
            "two containers mount different volumes where the template wants \""
                + wanted.findText("name").orElse("")
                + "\", which can be only one of them",
            present,
            Shared.of(present).described(),
            wanted,
            "one volume for all")
        .noting(Wording.place(before.mount()), "another container mounts: " + before.described())
        .helping("narrow the template's targets to one of the containers");
  }

  private static Diagnostic readOnly(
      PodContainer container, Value.Mapping present, Value.Mapping wanted) {
    return Wording.conflict(
            Code.MOUNT_READ_ONLY,
            "the sidecar writes to what container \"" + container.name() + "\" mounts read-only",
            present,
            present.findText("name").orElse("") + ", read-only",
            wanted,
            wanted.findText("name").orElse("") + ", written to by the sidecar")
        .helping("mount it writable, or let the template use another path");
  }

  private Diagnostic conflict(PodContainer container, Value.Mapping present, Value.Mapping wanted) {
    return Wording.conflict(
        Code.MOUNT_CONFLICT,
        "container \""
            + container.name()
            + "\" already mounts something else at "
            + wanted.findText("mountPath").orElse(""),
        present,
        Wording.brief(present),
        wanted,
        Wording.brief(wanted));
  }

  /**
   * The mount of a container at the path that another mount wants; a trailing slash does not count.
   */
  static Optional<Value.Mapping> mountAt(Value.Mapping container, Value.Mapping wanted) {
    for (Value item : container.sequence("volumeMounts").items()) {
      if (item instanceof Value.Mapping mount
          && FieldMerge.sameKey("volumeMounts", mount, wanted)) {
        return Optional.of(mount);
      }
    }
    return Optional.empty();
  }

  /** The path of the mount that a container has, or is to have, where this one is wanted. */
  static ItemPath mountPath(ItemPath container, Value.Mapping wanted) {
    return container.then("volumeMounts").then(ItemPath.itemSegment("volumeMounts", wanted));
  }

  /** Whether a container's mount gives way to the template's own. */
  boolean isReplaced(ItemPath mount) {
    return replaced.contains(mount);
  }

  /** Whether a container's mount has been found to serve, or has been refused already. */
  boolean hasJudged(ItemPath mount) {
    return judged.contains(mount);
  }

  private boolean definesVolume(String name) {
    for (Part volume : template.volumes()) {
      if (volume.value().findText("name").filter(name::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean sidecarWrites(String volume) {
    List<RenderedTemplate.ContainerItem> all = new ArrayList<>(template.sidecars());
    all.addAll(template.containers());
    all.addAll(template.initContainers());
    for (RenderedTemplate.ContainerItem item : all) {
      for (Value mount : item.value().sequence("volumeMounts").items()) {
        if (mount instanceof Value.Mapping uses
            && uses.findText("name").filter(volume::equals).isPresent()
            && !isReadOnly(uses)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean isReadOnly(Value.Mapping mount) {
    return mount.find("readOnly").orElse(Value.nothing()) instanceof Value.Scalar scalar
        && scalar.kind() == Value.Kind.BOOLEAN
        && scalar.text().equals("true");
  }

  /** Whether another volume stands in for one of the template's. */
  boolean replaces(String volume) {
    Shared other = shared.get(volume);
    return other != null && !other.volume().equals(volume);
  }

  /** The name of the volume that stands in for one of the template's; else that one's own. */
  String standIn(String volume) {
    Shared other = shared.get(volume);
    return other == null ? volume : other.volume();
  }

  /** A container, or a target's additions, with the volumes that stand in. */
  Value.Mapping applyTo(Value.Mapping container) {
    if (shared.isEmpty() || container.sequence("volumeMounts").items().isEmpty()) {
      return container;
    }
    Value.Sequence mounts = container.sequence("volumeMounts");
    List<Value> changed = new ArrayList<>();
    for (Value mount : mounts.items()) {
      changed.add(mount instanceof Value.Mapping mapping ? redirect(mapping) : mount);
    }
    return container.with("volumeMounts", mounts.withItems(changed));
  }

  private Value.Mapping redirect(Value.Mapping mount) {
    Shared other = shared.get(mount.findText("name").orElse(""));
    if (other == null) {
      return mount;
    }
    Value.Mapping redirected = mount.with("name", textLike(mount, "name", other.volume()));
    if (other.subPath().isEmpty()) {
      return redirected;
    }
    String inner = ListMapKeys.normalPath(mount.findText("subPath").orElse(""));
    String subPath = inner.isEmpty() ? other.subPath() : other.subPath() + "/" + inner;
    return redirected.with("subPath", textLike(mount, "subPath", subPath));
  }

  /** A text that blames the template's line for what the sharing wrote. */
  private static Value textLike(Value.Mapping mount, String field, String text) {
    Value model = mount.find(field).orElse(mount);
    return new Value.Scalar(Value.Kind.STRING, text, model.origin().orElse(null));
  }
}
