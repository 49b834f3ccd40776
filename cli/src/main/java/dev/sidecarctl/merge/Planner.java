package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.Meaning;
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

  private Planner(PodDraft draft, PodSettings settings) {
    this.draft = draft;
    this.settings = settings;
    this.placing = new Placing(draft);
  }

  /**
   * Plans.
   *
   * @param base the pod template without what these templates once added
   * @param others the record of the templates that are left alone
   */
  static PodDraft plan(
      Value.Mapping base,
      InjectionRecord others,
      List<RenderedTemplate> templates,
      PodSettings settings) {
    PodDraft draft = new PodDraft(base, others);
    Planner planner = new Planner(draft, settings);
    try {
      planner.planAll(templates);
    } catch (RefusedException e) {
      e.diagnostics().forEach(draft::report);
    }
    return draft;
  }

  private void planAll(List<RenderedTemplate> templates) {
    new PortClashes(draft).warnOfOwnDoubles();
    List<TargetMerge> targets = new ArrayList<>();
    for (RenderedTemplate template : templates) {
      VolumeSharing sharing = VolumeSharing.of(draft, template);
      mergeVolumes(template, sharing);
      new ContainerMerge(draft, settings, placing, template, sharing).merge();
      TargetMerge target = new TargetMerge(draft, template, sharing);
      target.merge();
      targets.add(target);
      new PodFieldsMerge(draft, template.name()).merge(template.pod());
    }
    if (templates.size() > 1) {
      // A target may name a sidecar that a later template brought.
      targets.forEach(TargetMerge::merge);
    }
    nameDefaultContainer();
  }

  private void mergeVolumes(RenderedTemplate template, VolumeSharing sharing) {
    Map<String, Value> claims = settings.claims();
    for (Value.Mapping volume : template.volumes()) {
      String name = volume.findText("name").orElse("");
      if (sharing.replaces(name)) {
        continue;
      }
      ItemPath path = VOLUMES.then(name);
      Optional<Value> present = draft.find(path);
      if (claims.containsKey(name)) {
        reportVolume(name, claims.get(name), "a volume claim template", volume);
      } else if (present.isEmpty()) {
        draft.addItem(template.name(), VOLUMES, volume, -1);
      } else if (Meaning.same("volumes", present.get(), volume)) {
        draft.share(template.name(), path, volume);
      } else {
        Value.Mapping there = (Value.Mapping) present.get();
        reportVolume(name, there, Wording.volume(there), volume);
      }
    }
  }

  private void reportVolume(String name, Value present, String is, Value.Mapping wanted) {
    boolean alike = is.equals(Wording.volume(wanted));
    draft.report(
        Wording.conflict(
                Code.VOLUME_CONFLICT,
                "volume \"" + name + "\" is already defined, with another source",
                present,
                alike ? Wording.brief(present) : is,
                wanted,
                alike ? Wording.brief(wanted) : Wording.volume(wanted))
            .helping("rename the template's volume, or the pod's"));
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
          inFront.forEach(template -> nameDefaultContainer(template, container.name()));
        }
        return;
      }
      draft.owner(container.path()).ifPresent(inFront::add);
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
