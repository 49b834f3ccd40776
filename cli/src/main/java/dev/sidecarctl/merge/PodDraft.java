package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.project.ForeignContainers;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A pod template in the making: what is in it by now, who put it there, and what was said of it.
 */
final class PodDraft {

  /** A draft at some moment. */
  record State(
      Value.Mapping pod,
      Map<ItemPath, String> owners,
      Set<ItemPath> sidecars,
      Map<String, SortedMap<ItemPath, Digests>> claims,
      Set<ItemPath> replaced,
      List<Diagnostic> diagnostics) {}

  private Value.Mapping pod;
  private final ForeignContainers foreign;
  private final boolean adopting;
  private final Map<ItemPath, String> owners = new HashMap<>();
  private final Set<ItemPath> sidecars = new HashSet<>();
  private final Map<String, SortedMap<ItemPath, Digests>> claims = new TreeMap<>();
  private final Set<ItemPath> placedByName = new HashSet<>();
  private final Map<ItemPath, Digests> raised = new HashMap<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Map<String, Diagnostic> leftOut = new LinkedHashMap<>();
  private final Set<ItemPath> replaced = new TreeSet<>();
  private final Set<ItemPath> replacedBefore;
  private final Set<ItemPath> usersOwn;

  /**
   * @param pod the pod template without what the templates of this run once added
   * @param others the record of templates that this run leaves alone
   * @param before the record as it is
   * @param affected names of the templates that this run puts in or takes out
   * @param settings what else counts
   */
  PodDraft(
      Value.Mapping pod,
      InjectionRecord others,
      InjectionRecord before,
      Set<String> affected,
      PodSettings settings) {
    this.pod = pod;
    this.foreign = settings.foreign();
    this.adopting = settings.adopt();
    this.replacedBefore = before.replacing(affected);
    this.usersOwn = before.usersOwn(affected);
    for (Map.Entry<String, InjectionRecord.Entry> entry : others.templates().entrySet()) {
      for (ItemPath item : entry.getValue().added().keySet()) {
        owners.put(item, entry.getKey());
      }
    }
  }

  Value.Mapping pod() {
    return pod;
  }

  Optional<Value> find(ItemPath path) {
    return path.find(pod);
  }

  /**
   * The items of a list; none where it is missing or null.
   *
   * @throws RefusedException when something else than a list stands there
   */
  List<Value> items(ItemPath list) {
    Value present = find(list).orElse(Value.nothing());
    if (present instanceof Value.Sequence sequence) {
      return sequence.items();
    }
    if (present.isNull()) {
      return List.of();
    }
    throw new RefusedException(
        Diagnostic.error(
                Code.MANIFEST_TYPE, list.last() + " is to be a list", present.origin().orElse(null))
            .labelled("here: " + Wording.brief(present))
            .helping("write it as a list, or take it out"));
  }

  /** Adds an item to a list for a template, which claims it; -1 for the end. */
  void addItem(String template, ItemPath list, Value item, int position) {
    items(list);
    pod = PodEdit.addItem(pod, list, item, position);
    own(template, list.then(ItemPath.itemSegment(list.last(), item)), item);
  }

  /** Sets a field for a template, which claims it. */
  void setField(String template, ItemPath path, Value value) {
    pod = PodEdit.set(pod, path, value);
    own(template, path, value);
  }

  /** Puts a template's item or field in the place of the user's; the template claims it. */
  void replace(String template, ItemPath path, Value value) {
    setField(template, path, value);
    replaced.add(path);
  }

  /** Items that stand in place of something of the user's. */
  Set<ItemPath> replaced() {
    return replaced;
  }

  /** Whether an item stands in place of something of the user's since an earlier run. */
  boolean wasReplaced(ItemPath path) {
    return replacedBefore.contains(path);
  }

  /**
   * Whether the user has come to own an item that a template of this run once brought: then there
   * is nothing to ask any more, and the template goes on claiming it as the user's.
   */
  boolean isUsersByNow(String template, ItemPath path) {
    if (!usersOwn.contains(path)) {
      return false;
    }
    claimsOf(template).put(path, Digests.whole(Digests.USERS));
    return true;
  }

  /** Whether an item is the user's altogether: no template brought it, or anything in it. */
  boolean isUsers(ItemPath path) {
    for (ItemPath owned : owners.keySet()) {
      if (owned.within(path) || path.within(owned)) {
        return false;
      }
    }
    return true;
  }

  /**
   * A template wants what is there already: it is claimed if a template put it there, or is to be
   * adopted.
   */
  void share(String template, ItemPath path, Value wanted) {
    if (adopting || owners.containsKey(path)) {
      claim(template, path, wanted);
    }
  }

  /** Sets a field that templates set before to what serves all of them, which all of them claim. */
  void raise(String template, ItemPath path, Value value) {
    pod = PodEdit.set(pod, path, value);
    for (SortedMap<ItemPath, Digests> claimed : claims.values()) {
      claimed.computeIfPresent(path, (item, digests) -> Digests.of(path, value));
    }
    raised.put(path, Digests.of(path, value));
    claim(template, path, value);
  }

  /** What was raised: templates that this run leaves alone may have set it, too. */
  Map<ItemPath, Digests> raised() {
    return raised;
  }

  /** What is in the draft now, to come back to. */
  State state() {
    Map<String, SortedMap<ItemPath, Digests>> copies = new TreeMap<>();
    for (Map.Entry<String, SortedMap<ItemPath, Digests>> claimed : claims.entrySet()) {
      copies.put(claimed.getKey(), new TreeMap<>(claimed.getValue()));
    }
    return new State(
        pod,
        Map.copyOf(owners),
        Set.copyOf(sidecars),
        copies,
        Set.copyOf(replaced),
        List.copyOf(diagnostics));
  }

  /** Goes back to an earlier state. */
  void goBack(State state) {
    pod = state.pod();
    owners.clear();
    owners.putAll(state.owners());
    sidecars.clear();
    sidecars.addAll(state.sidecars());
    claims.clear();
    claims.putAll(state.claims());
    replaced.clear();
    replaced.addAll(state.replaced());
    diagnostics.clear();
    diagnostics.addAll(state.diagnostics());
  }

  private void own(String template, ItemPath path, Value value) {
    owners.putIfAbsent(path, template);
    claim(template, path, value);
  }

  private void claim(String template, ItemPath path, Value value) {
    claimsOf(template).putIfAbsent(path, Digests.of(path, value));
  }

  private SortedMap<ItemPath, Digests> claimsOf(String template) {
    SortedMap<ItemPath, Digests> claimed = claims.get(template);
    if (claimed == null) {
      claimed = new TreeMap<>();
      claims.put(template, claimed);
    }
    return claimed;
  }

  /**
   * The template that an item came from, in this run or an earlier one; empty for the user's own.
   */
  Optional<String> owner(ItemPath path) {
    return Optional.ofNullable(owners.get(path));
  }

  /** Says that a template put a container of a list before or behind one that it names. */
  void markPlacedByName(ItemPath list) {
    placedByName.add(list);
  }

  /** Whether a template names the neighbour of one of its containers in a list. */
  boolean isPlacedByName(ItemPath list) {
    return placedByName.contains(list);
  }

  /** Says that a container that was there already is what a template calls its sidecar. */
  void markSidecar(ItemPath container) {
    sidecars.add(container);
  }

  /** Whether a container is the application's own, not a sidecar of whatever origin. */
  boolean isApplication(PodContainer container) {
    return !container.isNativeSidecar()
        && !foreign.include(container.name())
        && !owners.containsKey(container.path())
        && !sidecars.contains(container.path());
  }

  List<PodContainer> containers() {
    return PodContainer.all(pod);
  }

  /** Leaves a template out of the pod altogether, and says why. */
  void leaveOut(String template, Diagnostic why) {
    leftOut.put(template, why);
    report(why);
  }

  /** The templates that were left out, and why. */
  Map<String, Diagnostic> leftOut() {
    return leftOut;
  }

  /** Says it once, however often it is found. */
  void report(Diagnostic diagnostic) {
    if (!diagnostics.contains(diagnostic)) {
      diagnostics.add(diagnostic);
    }
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /** All items that a template added, or shares. */
  Set<ItemPath> claimed() {
    Set<ItemPath> all = new TreeSet<>();
    for (SortedMap<ItemPath, Digests> claimed : claims.values()) {
      all.addAll(claimed.keySet());
    }
    return all;
  }

  /** Leaves parts of an item to the user, who edited them: they are claimed no more. */
  void giveUp(ItemPath item, Set<String> parts) {
    if (!parts.isEmpty()) {
      for (SortedMap<ItemPath, Digests> claimed : claims.values()) {
        claimed.computeIfPresent(item, (path, digests) -> digests.withUsers(parts));
      }
    }
  }

  /** What each template added, or shares. */
  Map<String, SortedMap<ItemPath, Digests>> claims() {
    return claims;
  }
}
