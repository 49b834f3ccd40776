package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.template.ConflictPolicy;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts a template's own containers into a draft. */
final class ContainerMerge {
  private static final ItemPath CONTAINERS = ItemPath.of("spec", PodContainer.CONTAINERS);
  private static final ItemPath INIT_CONTAINERS = ItemPath.of("spec", PodContainer.INIT_CONTAINERS);
  private static final List<String> ONLY_NATIVE = List.of("restartPolicy", "restartPolicyRules");

  private final PodDraft draft;
  private final PodSettings settings;
  private final Placing placing;
  private final RenderedTemplate template;
  private final VolumeSharing sharing;
  private final Conflicts conflicts;

  ContainerMerge(
      PodDraft draft,
      PodSettings settings,
      Placing placing,
      RenderedTemplate template,
      VolumeSharing sharing,
      Conflicts conflicts) {
    this.draft = draft;
    this.settings = settings;
    this.placing = placing;
    this.template = template;
    this.sharing = sharing;
    this.conflicts = conflicts;
  }

  /**
   * A container that is to go in.
   *
   * @param list the list it goes into
   * @param item as the template has it
   * @param wanted as the pod is to have it
   */
  private record Addition(ItemPath list, ContainerItem item, Value.Mapping wanted) {}

  /**
   * Why the whole template stays out of this pod: a container of the name of one of its own is
   * there, and is to be kept. Then there is nothing that the rest of the template could serve.
   */
  Optional<Diagnostic> keptOut() {
    for (Addition addition : additions()) {
      ContainerItem item = addition.item();
      PodContainer present = named(item.name());
      if (present != null
          && !isSame(present, addition)
          && its(item).policy(Code.CONTAINER_CONFLICT) == ConflictPolicy.KEEP) {
        String what = "it is kept, and " + template.name() + " is left out of this workload";
        return Optional.of(Conflicts.warning(clash(present, item), what));
      }
    }
    return Optional.empty();
  }

  void merge() {
    for (ContainerItem item : template.sidecars()) {
      if (!settings.nativeSidecars()) {
        refuseIfEndless(
            item,
            "Kubernetes 1." + settings.version().minor() + " knows no native sidecars",
            "leave this workload out, or use a version from 1.29 on");
        warnOfDropped(item);
      }
    }
    for (ContainerItem item : Placing.anchorsFirst(template.containers())) {
      refuseIfEndless(
          item,
          "an ordinary container keeps the pod from ending",
          settings.nativeSidecars()
              ? "move it to sidecars: in the template, so that it ends with the pod"
              : "leave this workload out; from 1.29 on, sidecars: in the template end with the pod");
    }
    for (Addition addition : additions()) {
      put(addition);
    }
  }

  /** Run-once init containers go in first: they prepare what the sidecars need. */
  private List<Addition> additions() {
    List<Addition> additions = new ArrayList<>();
    for (ContainerItem item : Placing.anchorsFirst(template.initContainers())) {
      additions.add(addition(INIT_CONTAINERS, item, item.value()));
    }
    for (ContainerItem item : Placing.anchorsFirst(template.sidecars())) {
      additions.add(
          settings.nativeSidecars()
              ? addition(INIT_CONTAINERS, item, asNative(item.value()))
              : addition(CONTAINERS, item, asOrdinary(item.value())));
    }
    for (ContainerItem item : Placing.anchorsFirst(template.containers())) {
      additions.add(addition(CONTAINERS, item, item.value()));
    }
    return additions;
  }

  private Addition addition(ItemPath list, ContainerItem item, Value.Mapping value) {
    return new Addition(list, item, sharing.applyTo(value));
  }

  private Conflicts its(ContainerItem item) {
    return conflicts.ofPart(item.part().onConflict());
  }

  private void put(Addition addition) {
    ItemPath list = addition.list();
    ContainerItem item = addition.item();
    Value.Mapping wanted = addition.wanted();
    PodContainer present = named(item.name());
    if (list.equals(CONTAINERS) || isNative(wanted)) {
      new PortClashes(draft).check(item.name(), wanted.sequence("ports"));
    }
    if (present == null) {
      int position = placing.position(list, item, template.placement());
      draft.addItem(template.name(), list, wanted, position);
    } else if (isSame(present, addition)) {
      draft.markSidecar(present.path());
      draft.share(template.name(), present.path(), wanted);
    } else if (present.list().equals(list.last())) {
      its(item).settle(clash(present, item), present.path(), wanted);
    } else {
      its(item).decideKeeping(clash(present, item));
    }
  }

  private static boolean isSame(PodContainer present, Addition addition) {
    String list = addition.list().last();
    return present.list().equals(list) && Meaning.same(list, present.value(), addition.wanted());
  }

  private @Nullable PodContainer named(String name) {
    for (PodContainer container : draft.containers()) {
      if (container.name().equals(name)) {
        return container;
      }
    }
    return null;
  }

  private static boolean isNative(Value.Mapping container) {
    return container.says("restartPolicy", "Always");
  }

  private Diagnostic clash(PodContainer present, ContainerItem item) {
    String owner =
        draft.owner(present.path()).map(name -> "template \"" + name + "\"").orElse("the pod");
    return Wording.conflict(
            Code.CONTAINER_CONFLICT,
            "a container named \"" + item.name() + "\" is already there, and it differs",
            present.value(),
            "among the " + present.list() + ", from " + owner,
            item.value(),
            "image " + item.value().findText("image").orElse("none"))
        .helping("rename one of the two, or remove the container from the manifest");
  }

  /** {@code restartPolicy: Always} stands behind the image, where people write it. */
  private static Value.Mapping asNative(Value.Mapping container) {
    if (isNative(container)) {
      return container;
    }
    Value always = new Value.Scalar(Value.Kind.STRING, "Always", container.origin().orElse(null));
    Value.Mapping plain = container.without("restartPolicy");
    Map<String, Value> entries = new LinkedHashMap<>();
    String before = plain.find("image").isPresent() ? "image" : "name";
    for (Map.Entry<String, Value> entry : plain.entries().entrySet()) {
      entries.put(entry.getKey(), entry.getValue());
      if (entry.getKey().equals(before)) {
        entries.put("restartPolicy", always);
      }
    }
    return container.withEntries(entries);
  }

  private static Value.Mapping asOrdinary(Value.Mapping container) {
    Value.Mapping ordinary = container;
    for (String field : ONLY_NATIVE) {
      ordinary = ordinary.without(field);
    }
    return ordinary;
  }

  private void warnOfDropped(ContainerItem item) {
    for (String field : ONLY_NATIVE) {
      Value present = item.value().find(field).orElse(null);
      if (present != null) {
        draft.report(
            Diagnostic.warning(
                    Code.NATIVE_FIELD_DROPPED,
                    "\""
                        + item.name()
                        + "\" goes in as an ordinary container, which has no "
                        + field,
                    Wording.place(present))
                .helping("leave " + field + " out: sidecarctl sets it where it is due"));
      }
    }
  }

  private void refuseIfEndless(ContainerItem item, String why, String help) {
    if (!settings.runsToCompletion(draft.pod())) {
      return;
    }
    Value kind = settings.workload().manifest().find("kind").orElse(Value.nothing());
    Value restart = draft.find(ItemPath.of("spec", "restartPolicy")).orElse(kind);
    draft.report(
        Wording.conflict(
                Code.JOB_NEVER_COMPLETES,
                "the pod would never complete: " + why,
                settings.workload().kind().runsToCompletion() ? kind : restart,
                "a pod that is to end",
                item.value(),
                "container \"" + item.name() + "\" beside it")
            .helping(help));
  }
}
