package dev.sidecarctl.template;

import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.template.RenderedTemplate.Target;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fills in one template for one workload. */
final class Renderer {
  private final FilledParameters parameters;
  private final RenderContext context;
  private final Problems problems;
  private final RequiredNames names;

  Renderer(FilledParameters parameters, RenderContext context, Problems problems) {
    this.parameters = parameters;
    this.context = context;
    this.problems = problems;
    this.names = new RequiredNames(problems);
  }

  /**
   * @throws dev.sidecarctl.diagnostic.RefusedException for references without a value, and names
   *     that are none once they are filled in
   */
  RenderedTemplate render(SidecarTemplate template, TemplateParts parts) {
    Substitution substitution = outsideTargets(parts);
    Value.Mapping pod = substitution.fillStruct(parts.pod(), FieldTable.POD);
    names.checkAnnotations(pod);
    Placement placement = parts.first() ? new Placement.First() : new Placement.Last();
    RenderedTemplate rendered =
        new RenderedTemplate(
            template.name(),
            template.version(),
            template.at(),
            items(parts.sidecars(), substitution, placement),
            items(parts.containers(), substitution, placement),
            items(parts.initContainers(), substitution, placement),
            volumes(parts.volumes(), substitution),
            targets(parts.targets()),
            Part.of(pod),
            placement,
            parts.onConflict());
    problems.throwIfAny();
    return rendered;
  }

  /** Outside targets a container's reference means the first target's container. */
  private Substitution outsideTargets(TemplateParts parts) {
    for (Value.Mapping target : parts.targets()) {
      for (Substitution.Repeat repeat : withoutContainer().repeats(target)) {
        Optional<TargetSelector> selector = selector(repeat);
        return selector.isPresent() ? withFirstOf(selector.get()) : withoutContainer();
      }
    }
    return parts.targets().isEmpty()
        ? withFirstOf(TargetSelector.EVERY_CONTAINER)
        : withoutContainer();
  }

  private Substitution withFirstOf(TargetSelector selector) {
    return withoutContainer().withContainer(firstContainer(selector));
  }

  private Substitution withoutContainer() {
    return new Substitution(
        new ReferenceValues(parameters, context, Optional.empty(), Optional.empty(), problems),
        problems);
  }

  private Optional<Value.Mapping> firstContainer(TargetSelector selector) {
    Optional<Value.Mapping> first = firstOf(context.containers(), selector, false);
    return first.isPresent() ? first : firstOf(context.initContainers(), selector, true);
  }

  private static Optional<Value.Mapping> firstOf(
      List<Value.Mapping> containers, TargetSelector selector, boolean init) {
    for (Value.Mapping container : containers) {
      if (selector.selects(container.findText("name").orElse(""), init, true)) {
        return Optional.of(container);
      }
    }
    return Optional.empty();
  }

  private List<ContainerItem> items(
      List<Value.Mapping> items, Substitution substitution, Placement otherwise) {
    List<ContainerItem> rendered = new ArrayList<>(items.size());
    for (Value.Mapping filled : substitution.items(items, FieldTable.CONTAINER_ITEM)) {
      names.checkContainer(filled);
      rendered.add(
          new ContainerItem(
              filled.findText("name").orElse(""),
              Part.of(filled.without("before").without("after").without(PartsCheck.PLACEMENT)),
              placement(filled, otherwise)));
    }
    return rendered;
  }

  private static Placement placement(Value.Mapping item, Placement otherwise) {
    Optional<String> before = item.findText("before");
    if (before.isPresent()) {
      return new Placement.Before(before.get());
    }
    Optional<String> after = item.findText("after");
    if (after.isPresent()) {
      return new Placement.After(after.get());
    }
    Optional<String> end = item.findText(PartsCheck.PLACEMENT);
    if (end.isEmpty()) {
      return otherwise;
    }
    return end.get().equals("First") ? new Placement.First() : new Placement.Last();
  }

  private List<Part> volumes(List<Value.Mapping> volumes, Substitution substitution) {
    List<Part> rendered = new ArrayList<>(volumes.size());
    for (Value.Mapping filled : substitution.items(volumes, FieldTable.VOLUME)) {
      names.checkVolume(filled);
      rendered.add(Part.of(filled));
    }
    return rendered;
  }

  private List<Target> targets(List<Value.Mapping> targets) {
    List<Target> rendered = new ArrayList<>(targets.size());
    for (Value.Mapping target : targets) {
      for (Substitution.Repeat repeat : withoutContainer().repeats(target)) {
        selector(repeat).ifPresent(selector -> rendered.add(target(repeat, selector)));
      }
    }
    return rendered;
  }

  private Target target(Substitution.Repeat target, TargetSelector selector) {
    Value.Mapping additions = target.item().without("containers").without("initContainers");
    Value.Mapping filled =
        target
            .substitution()
            .withContainer(firstContainer(selector))
            .fillStruct(additions, FieldTable.TARGET);
    names.checkParts(filled);
    return new Target(selector, Part.of(filled));
  }

  /**
   * Which containers a target means, settled before its references to a container are; empty where
   * its lists come out empty, so that it means none.
   */
  private static Optional<TargetSelector> selector(Substitution.Repeat target) {
    TargetSelector selector =
        new TargetSelector(
            target.substitution().texts(target.item().find("containers")),
            target.substitution().texts(target.item().find("initContainers")));
    boolean given = target.item().has("containers") || target.item().has("initContainers");
    return given && selector.equals(TargetSelector.EVERY_CONTAINER)
        ? Optional.empty()
        : Optional.of(selector);
  }
}
