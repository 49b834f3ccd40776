package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.project.ForeignContainers;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Merges templates into one workload's pod template, and takes them out again, with the record as
 * the memory between runs.
 */
public final class WorkloadMerge {
  private final Value.Mapping pod;
  private final InjectionRecord record;

  /**
   * @param pod the pod template as it is in the manifest
   * @param record what was added to it before
   */
  public WorkloadMerge(Value.Mapping pod, InjectionRecord record) {
    this.pod = pod;
    this.record = record;
  }

  /** The pod template without anything that was ever added: what matching looks at. */
  public Value.Mapping bare() {
    return without(new HashSet<>(record.names()));
  }

  private Value.Mapping without(Set<String> templates) {
    return Withdrawal.without(pod, record.itemsOnlyOf(templates), record.was());
  }

  /**
   * Containers of a pod template that are the application's own, natives left out.
   *
   * @param foreign those that somebody else puts there
   */
  public static List<Value.Mapping> applicationContainers(
      Value.Mapping bare, String list, ForeignContainers foreign) {
    List<Value.Mapping> containers = new ArrayList<>();
    for (PodContainer container : PodContainer.all(bare)) {
      boolean sidecar = container.isNativeSidecar() || foreign.include(container.name());
      if (container.list().equals(list) && !sidecar) {
        containers.add(container.value());
      }
    }
    return containers;
  }

  /**
   * Plans an injection.
   *
   * @param templates those that apply, in order
   * @param removed names of recorded templates that are to go
   * @param settings what else counts
   */
  public InjectionPlan inject(
      List<RenderedTemplate> templates, Set<String> removed, PodSettings settings) {
    Set<String> affected = new HashSet<>(removed);
    for (RenderedTemplate template : templates) {
      affected.add(template.name());
    }
    InjectionRecord others = recordWithout(affected);
    PodDraft draft = new PodDraft(without(affected), others, record, affected, settings);
    Planner.plan(draft, templates, settings);
    HandEdits edits = new HandEdits(pod, record, draft, templates, settings.policies());
    Set<ItemPath> leaving = leaving(draft, affected);
    Value.Mapping planned = edits.keepInside(edits.keep(affected), others);
    planned = edits.keepLeaving(planned, leaving, removed);
    Dependencies.check(planned, leaving, draft::report);
    Value.Mapping settled = settling(draft, others, leaving).settle(pod, planned);
    return new InjectionPlan(
        settled,
        record(others, templates, draft, settled),
        draft.replaced(),
        draft.leftOut().keySet(),
        draft.diagnostics());
  }

  /**
   * Plans the way back.
   *
   * @param removed names of the recorded templates that are to go
   * @param policies what is done about what somebody edited since
   */
  public InjectionPlan eject(Set<String> removed, ConflictPolicies policies) {
    List<Diagnostic> diagnostics = new ArrayList<>();
    LeavingEdits edits = new LeavingEdits(record.items(), policies, diagnostics::add);
    Value.Mapping rest = without(removed);
    Drift drift = new Drift(pod, record.items());
    for (ItemPath item : record.itemsOnlyOf(removed)) {
      Optional<Digests> recorded = record.digests(removed, item);
      if (recorded.isPresent() && drift.isEdited(item, recorded.get())) {
        Value present = item.find(pod).orElseThrow();
        rest = edits.settle(item, present) ? PodEdit.put(rest, item, present) : rest;
      }
    }
    Dependencies.check(rest, record.itemsOnlyOf(removed), diagnostics::add);
    return new InjectionPlan(rest, recordWithout(removed), Set.of(), Set.of(), diagnostics);
  }

  /**
   * What somebody edited since in the items of a recorded template: the names of items, or of their
   * parts, in order.
   */
  public List<String> edits(String template) {
    Drift drift = new Drift(pod, record.items());
    List<String> edits = new ArrayList<>();
    InjectionRecord.Entry entry = record.templates().get(template);
    if (entry != null) {
      for (Map.Entry<ItemPath, Digests> item : entry.added().entrySet()) {
        edits.addAll(drift.edits(item.getKey(), item.getValue()));
      }
    }
    return edits;
  }

  private Settling settling(PodDraft draft, InjectionRecord others, Set<ItemPath> leaving) {
    Set<ItemPath> claimed = draft.claimed();
    Set<ItemPath> comingAndGoing = new HashSet<>(leaving);
    for (ItemPath item : claimed) {
      if (item.find(pod).isEmpty()) {
        comingAndGoing.add(item);
      }
    }
    return new Settling(
        path -> path.withinAny(claimed) && draft.find(path).isPresent(),
        others,
        draft::isPlacedByName,
        comingAndGoing);
  }

  /** Recorded items that no template of this run wants any more. */
  private Set<ItemPath> leaving(PodDraft draft, Set<String> affected) {
    Set<ItemPath> leaving = record.itemsOnlyOf(affected);
    leaving.removeAll(draft.claimed());
    return leaving;
  }

  private InjectionRecord recordWithout(Set<String> names) {
    SortedMap<String, InjectionRecord.Entry> rest = new TreeMap<>(record.templates());
    rest.keySet().removeAll(names);
    return new InjectionRecord(rest, record.was());
  }

  /** The new record: what the templates claim, and has become part of the pod. */
  private InjectionRecord record(
      InjectionRecord others,
      List<RenderedTemplate> templates,
      PodDraft draft,
      Value.Mapping settled) {
    SortedMap<String, InjectionRecord.Entry> all = new TreeMap<>();
    for (Map.Entry<String, InjectionRecord.Entry> other : others.templates().entrySet()) {
      all.put(other.getKey(), other.getValue().with(draft.raised()));
    }
    for (RenderedTemplate template : templates) {
      SortedMap<ItemPath, Digests> added =
          new TreeMap<>(draft.claims().getOrDefault(template.name(), new TreeMap<>()));
      added.keySet().removeIf(item -> item.find(settled).isEmpty());
      if (!added.isEmpty()) {
        all.put(template.name(), new InjectionRecord.Entry(template.version(), added));
      }
    }
    return new InjectionRecord(all, record.was());
  }

  /** A manifest, or pod template, with a value at a path; what is missing on the way is created. */
  public static Value.Mapping with(Value.Mapping root, ItemPath path, Value value) {
    return PodEdit.set(root, path, value);
  }

  /**
   * A manifest, or pod template, without an item and without what becomes empty by that.
   *
   * @param was what stood in places that are now filled, by path
   */
  public static Value.Mapping without(Value.Mapping root, ItemPath item, Map<String, String> was) {
    return Withdrawal.without(root, Set.of(item), was);
  }

  /** What a replaced text means; empty for an alias, and for no text. */
  public static Optional<Value> slotValue(@Nullable String text) {
    return Withdrawal.slotValue(text);
  }

  /**
   * Whether the names of a record's items cover a path, so that what changes there is not the
   * user's.
   */
  public boolean isOurs(ItemPath path) {
    return record.covers(path);
  }
}
