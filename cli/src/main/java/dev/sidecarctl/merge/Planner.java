package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.template.Part;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lays all templates of a workload over its pod template, in their order, so that conflicts between
 * templates come out like those with the user's own.
 */
final class Planner {
  private static final ItemPath VOLUMES = ItemPath.of("spec", "volumes");
  private static final ItemPath DEFAULT_CONTAINER =
      ItemPath.of("metadata", "annotations", "kubectl.kubernetes.io/default-container");

  private final PodDraft draft;
  private final PodSettings settings;
  private final Placing placing;
  private final List<TargetMerge> targets = new ArrayList<>();

  private Planner(PodDraft draft, PodSettings settings) {
    this.draft = draft;
    this.settings = settings;
    this.placing = new Placing(draft);
  }

  /**
   * Plans.
   *
   * @param draft over the pod template without what these templates once added
   */
  static void plan(PodDraft draft, List<RenderedTemplate> templates, PodSettings settings) {
    Planner planner = new Planner(draft, settings);
    try {
      planner.planAll(templates);
    } catch (RefusedException e) {
      e.diagnostics().forEach(draft::report);
    }
  }

  private void planAll(List<RenderedTemplate> templates) {
    new PortClashes(draft).warnOfOwnDoubles();
    if (settings.runsToCompletion(draft.pod())) {
      warnOfOwnSidecars();
    }
    for (RenderedTemplate template : templates) {
      merge(template);
    }
    if (templates.size() > 1) {
      // A target may name a sidecar that a later template brought.
      for (TargetMerge target : targets) {
        target.merge();
      }
    }
    nameDefaultContainer();
    if (settings.workload().kind().isKnative()) {
      new KnativeCheck(draft).check();
    }
  }

  /** Somebody else's sidecar among the ordinary containers keeps a Job from ending, ours or not. */
  private void warnOfOwnSidecars() {
    for (PodContainer container : draft.containers()) {
      boolean ordinary = container.list().equals(PodContainer.CONTAINERS);
      if (ordinary && settings.foreign().include(container.name())) {
        draft.report(
            Diagnostic.warning(
                    Code.JOB_OWN_SIDECAR,
                    "container \""
                        + container.name()
                        + "\" is a sidecar, and keeps this pod from ending",
                    Wording.place(container.value()))
                .helping("make it a native one: an init container with restartPolicy: Always"));
      }
    }
  }

  private void merge(RenderedTemplate template) {
    PodDraft.State before = draft.state();
    Conflicts conflicts = Conflicts.of(draft, template, settings.policies());
    VolumeSharing sharing = VolumeSharing.of(draft, template, conflicts);
    ContainerMerge containers =
        new ContainerMerge(draft, settings, placing, template, sharing, conflicts);
    Optional<Diagnostic> keptOut = containers.keptOut();
    if (keptOut.isPresent()) {
      draft.goBack(before);
      draft.leaveOut(template.name(), keptOut.get());
      return;
    }
    mergeVolumes(template, sharing, conflicts);
    containers.merge();
    TargetMerge target = new TargetMerge(draft, template, sharing, conflicts);
    target.merge();
    targets.add(target);
    new PodFieldsMerge(draft, template, settings, conflicts).merge();
  }

  private void mergeVolumes(RenderedTemplate template, VolumeSharing sharing, Conflicts conflicts) {
    Map<String, Value> claims = settings.claims();
    for (Part part : template.volumes()) {
      Value.Mapping volume = part.value();
      Conflicts its = conflicts.ofPart(part.onConflict());
      String name = volume.findText("name").orElse("");
      if (sharing.replaces(name)) {
        // If another template brought the one that stands in, it stays as long as this one needs
        // it.
        ItemPath standIn = VOLUMES.then(sharing.standIn(name));
        draft.find(standIn).ifPresent(found -> draft.share(template.name(), standIn, found));
        continue;
      }
      ItemPath path = VOLUMES.then(name);
      Value present = draft.find(path).orElse(null);
      if (claims.containsKey(name)) {
        its.decideKeeping(conflict(name, claims.get(name), "a volume claim template", volume));
      } else if (present == null) {
        draft.addItem(template.name(), VOLUMES, volume, -1);
      } else if (Meaning.same("volumes", present, volume)) {
        draft.share(template.name(), path, volume);
      } else {
        String is = Wording.volume((Value.Mapping) present);
        its.settle(conflict(name, present, is, volume), path, volume);
      }
    }
  }

  private static Diagnostic conflict(String name, Value present, String is, Value.Mapping wanted) {
    boolean alike = is.equals(Wording.volume(wanted));
    return Wording.conflict(
            Code.VOLUME_CONFLICT,
            "volume \"" + name + "\" is already defined, with another source",
            present,
            alike ? Wording.brief(present) : is,
            wanted,
            alike ? Wording.brief(wanted) : Wording.volume(wanted))
        .helping("rename the template's volume, or the pod's");
  }

  /**
   * kubectl logs and exec take the first container unless told: it must stay the user's. All
   * templates whose containers stand in front of it claim the annotation that says so. Knative
   * names a container that has no name; there is nothing to say then.
   */
  private void nameDefaultContainer() {
    Set<String> inFront = new LinkedHashSet<>();
    for (PodContainer container : draft.containers()) {
      if (!container.list().equals(PodContainer.CONTAINERS)) {
        continue;
      }
      if (draft.isApplication(container)) {
        if (!container.name().isEmpty()) {
          for (String template : inFront) {
            nameDefaultContainer(template, container.name());
          }
        }
        return;
      }
      Optional<String> owner = draft.owner(container.path());
      if (owner.isPresent()) {
        inFront.add(owner.get());
      }
    }
  }

  private void nameDefaultContainer(String template, String container) {
    Value name = Value.text(container);
    if (draft.find(DEFAULT_CONTAINER).orElse(Value.nothing()).isNull()) {
      draft.setField(template, DEFAULT_CONTAINER, name);
    } else {
      draft.share(template, DEFAULT_CONTAINER, name);
    }
  }
}
