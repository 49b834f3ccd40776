package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.ConflictPolicy;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** What becomes of edits that somebody made by hand in items of ours, when we inject again. */
final class HandEdits {
  private final Value.Mapping pod;
  private final InjectionRecord record;
  private final PodDraft draft;
  private final Drift drift;
  private final Map<String, ConflictPolicy> ofTemplates = new HashMap<>();
  private final ConflictPolicies given;

  /**
   * @param pod the pod template as it is
   * @param record what was added to it before
   * @param draft what the templates make of it now
   */
  HandEdits(
      Value.Mapping pod,
      InjectionRecord record,
      PodDraft draft,
      List<RenderedTemplate> templates,
      ConflictPolicies given) {
    this.pod = pod;
    this.record = record;
    this.draft = draft;
    this.drift = new Drift(pod, record.items());
    this.given = given;
    for (RenderedTemplate template : templates) {
      if (template.onConflict().isPresent()) {
        ofTemplates.put(template.name(), template.onConflict().get());
      }
    }
  }

  /**
   * The planned pod template with what stays of the edits. What the user owns from now on is marked
   * in the draft's claims.
   *
   * @param affected names of the templates that this run puts in or takes out
   */
  Value.Mapping keep(Set<String> affected) {
    OwnPart part = new OwnPart(draft.claimed());
    Value.Mapping planned = draft.pod();
    for (ItemPath item : draft.claimed()) {
      Optional<Digests> recorded = record.digests(affected, item);
      Optional<Value> wanted = item.find(planned);
      if (recorded.isPresent() && wanted.isPresent()) {
        Value own = part.of(item, planned).orElseThrow();
        ItemDrift edits = new ItemDrift(pod, item, policy(item, draft.claims()), draft::report);
        planned =
            PodEdit.set(planned, item, edits.settle(drift, wanted.get(), own, recorded.get()));
        draft.giveUp(item, edits.usersParts());
      }
    }
    return planned;
  }

  /**
   * The planned pod template with what templates that are left alone once put into items of those
   * planned anew.
   *
   * @param others the record of the templates that are left alone
   */
  Value.Mapping keepInside(Value.Mapping planned, InjectionRecord others) {
    Value.Mapping kept = planned;
    Set<ItemPath> claimed = draft.claimed();
    for (ItemPath item : others.items()) {
      Optional<Value> present = item.find(pod);
      if (present.isPresent() && item.withinAny(claimed) && item.find(kept).isEmpty()) {
        kept = PodEdit.put(kept, item, present.get());
      }
    }
    return kept;
  }

  /**
   * The planned pod template with items that no template wants any more, but that somebody edited
   * and that a policy keeps: they are the user's from now on.
   *
   * @param leaving recorded items that are to go
   * @param removed names of templates that go as a whole, with whatever was edited
   */
  Value.Mapping keepLeaving(Value.Mapping planned, Set<ItemPath> leaving, Set<String> removed) {
    Value.Mapping rest = planned;
    Set<String> all = new HashSet<>(record.names());
    for (ItemPath item : leaving) {
      Optional<Digests> recorded = record.digests(all, item);
      if (recorded.isEmpty() || !drift.isEdited(item, recorded.get())) {
        continue;
      }
      Value present = item.find(pod).orElseThrow();
      if (record.digests(removed, item).isPresent()) {
        draft.report(goesAllTheSame(item, present));
      } else if (settleLeaving(item, present) == ConflictPolicy.KEEP) {
        rest = PodEdit.put(rest, item, present);
      }
    }
    return rest;
  }

  private ConflictPolicy settleLeaving(ItemPath item, Value present) {
    Diagnostic conflict =
        Diagnostic.error(
                Code.DRIFT_CONFLICT,
                item + " was edited by hand, and the template no longer has it",
                Wording.place(present))
            .helping("take it out of the manifest, or take the edit back");
    ConflictPolicy policy = policy(item, record.claims());
    draft.report(
        switch (policy) {
          case FAIL -> Conflicts.advise(conflict);
          case KEEP -> Conflicts.warning(conflict, "it is kept, and is the user's from now on");
          case REPLACE -> Conflicts.warning(conflict, "it goes all the same");
        });
    return policy;
  }

  /** What is done about an edit of an item, as the strongest voice of its templates says. */
  private ConflictPolicy policy(ItemPath item, Map<String, SortedMap<ItemPath, Digests>> claims) {
    Optional<ConflictPolicy> policy = given.of(Code.DRIFT_CONFLICT);
    for (Map.Entry<String, SortedMap<ItemPath, Digests>> claim : claims.entrySet()) {
      if (policy.isEmpty() && claim.getValue().containsKey(item)) {
        policy = Optional.ofNullable(ofTemplates.get(claim.getKey()));
      }
    }
    return policy.orElse(ConflictPolicy.FAIL);
  }

  /** Says that an edited item goes with its template. */
  static Diagnostic goesAllTheSame(ItemPath item, Value present) {
    return Diagnostic.warning(
        Code.DRIFT,
        item + " was edited by hand since it was injected, and goes all the same",
        Wording.place(present));
  }
}
