package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.merge.ItemPath;
import dev.sidecarctl.merge.WorkloadMerge;
import dev.sidecarctl.text.TextEdit;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Reconciliation;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Turns the changes of a document's workloads into edits of its text.
 *
 * <p>The record must hold the text that the edits replace, which is known only when the edits are:
 * so they are computed once without, and, where something was replaced, once more with it.
 */
final class DocumentEdit {
  private final YamlDocument document;
  private final List<WorkloadChange> changes;
  private final boolean original;
  private final PlacedChanges placed;

  private DocumentEdit(YamlDocument document, List<WorkloadChange> changes, boolean original) {
    this.document = document;
    this.changes = changes;
    this.original = original;
    this.placed = new PlacedChanges(changes);
  }

  /**
   * The edits, verified; empty when nothing changes.
   *
   * @param original whether the text is the user's own; what is replaced in a host's copy of it is
   *     not worth recording
   * @throws RefusedException when the text does not allow them
   */
  static List<TextEdit> of(YamlDocument document, List<WorkloadChange> changes, boolean original) {
    return new DocumentEdit(document, changes, original).edits();
  }

  private List<TextEdit> edits() {
    IdentityHashMap<WorkloadChange, SortedMap<String, String>> texts = new IdentityHashMap<>();
    for (WorkloadChange change : changes) {
      texts.put(change, carriedTexts(change));
    }
    try {
      return edits(texts, true);
    } catch (RefusedException e) {
      if (!anyAlias()) {
        throw e;
      }
      // The anchor's value has changed since its alias was written out: the copy stays.
      return edits(texts, false);
    }
  }

  private List<TextEdit> edits(
      IdentityHashMap<WorkloadChange, SortedMap<String, String>> texts, boolean withAliases) {
    Reconciliation first = reconcile(texts, withAliases);
    if (!original) {
      return first.edits();
    }
    boolean again = !first.replaced().isEmpty() && addReplaced(texts, first);
    checkReplaced(texts);
    return (again ? reconcile(texts, withAliases) : first).edits();
  }

  /** Nothing of the user's is replaced unless the record holds its text. */
  private void checkReplaced(IdentityHashMap<WorkloadChange, SortedMap<String, String>> texts) {
    for (WorkloadChange change : changes) {
      for (ItemPath item : change.replaced()) {
        if (!texts.getOrDefault(change, new TreeMap<>()).containsKey(item.toString())) {
          Location at =
              item.find(change.workload().pod()).flatMap(value -> value.origin()).orElse(null);
          throw new RefusedException(
              Diagnostic.error(
                      Code.EDIT_NOT_POSSIBLE,
                      item + " cannot be replaced: its text could not be brought back",
                      at)
                  .helping("write it out at its own place, without an alias or <<"));
        }
      }
    }
  }

  private Reconciliation reconcile(
      IdentityHashMap<WorkloadChange, SortedMap<String, String>> texts, boolean withAliases) {
    Value wanted = document.value();
    Map<FieldPath, String> restored = new HashMap<>();
    for (WorkloadChange change : changes) {
      Value.Mapping manifest = manifest(change, texts.getOrDefault(change, new TreeMap<>()));
      wanted = change.workload().at().replace(wanted, manifest);
      wanted = collectRestored(change, manifest, wanted, withAliases, restored);
    }
    return Reconciliation.of(document, wanted, new RecordedItems(changes, placed), restored);
  }

  private static Value.Mapping manifest(WorkloadChange change, SortedMap<String, String> texts) {
    Workload workload = change.workload();
    Value.Mapping manifest = workload.manifest();
    if (!change.pod().equals(workload.pod())) {
      manifest = (Value.Mapping) workload.podTemplate().replace(manifest, change.pod());
    }
    if (workload.podTemplate().segments().isEmpty()) {
      manifest = StatusAnnotation.behindOthers(manifest, workload.manifest());
    }
    if (change.after().equals(change.before())) {
      return manifest;
    }
    return StatusAnnotation.write(
        manifest, change.after().withWas(texts), SlotName.inManifest(workload, change.before()));
  }

  /**
   * The texts that an earlier run replaced and that are still needed: whose slot is still in use.
   */
  private static SortedMap<String, String> carriedTexts(WorkloadChange change) {
    SortedMap<String, String> carried = new TreeMap<>();
    for (Map.Entry<String, String> text : change.before().was().entrySet()) {
      if (isInUse(text.getKey(), change)) {
        carried.put(text.getKey(), text.getValue());
      }
    }
    return carried;
  }

  /** Whether something of ours is still in a slot, so that its old text has to wait. */
  private static boolean isInUse(String slot, WorkloadChange change) {
    InjectionRecord after = change.after();
    boolean holdsRecord = SlotName.inManifest(change.workload(), slot).isPresent();
    return holdsRecord ? !after.isEmpty() : after.reachesInto(SlotName.path(slot));
  }

  /** Gives the wanted data back; where an alias of nothing is restored, with that nothing in it. */
  private Value collectRestored(
      WorkloadChange change,
      Value.Mapping manifest,
      Value wanted,
      boolean withAliases,
      Map<FieldPath, String> restored) {
    Value result = wanted;
    for (Map.Entry<String, String> text : change.before().was().entrySet()) {
      Optional<FieldPath> place =
          SlotName.locate(text.getKey(), change.workload(), manifest)
              .filter(found -> !isInUse(text.getKey(), change));
      if (place.isEmpty()) {
        continue;
      }
      Optional<Value> meant = WorkloadMerge.slotValue(text.getValue());
      Optional<Value> there = relative(change, place.get()).find(manifest);
      if (meant.isEmpty() && withAliases && there.filter(DocumentEdit::isNothing).isPresent()) {
        Value anchored =
            anchored(text.getValue()).filter(DocumentEdit::isNothing).orElse(there.get());
        result = place.get().replace(result, anchored);
      }
      if (meant.isEmpty() ? withAliases : meant.equals(there)) {
        restored.put(place.get(), text.getValue());
      }
    }
    return result;
  }

  private Optional<Value> anchored(String alias) {
    String name = alias.strip();
    return name.startsWith("*") ? document.anchored(name.substring(1)) : Optional.empty();
  }

  private static boolean isNothing(Value value) {
    return value.isNull()
        || (value instanceof Value.Sequence list && list.items().isEmpty())
        || (value instanceof Value.Mapping mapping && mapping.entries().isEmpty());
  }

  private static FieldPath relative(WorkloadChange change, FieldPath place) {
    int depth = change.workload().at().segments().size();
    return new FieldPath(place.segments().subList(depth, place.segments().size()));
  }

  private boolean anyAlias() {
    for (WorkloadChange change : changes) {
      for (String text : change.before().was().values()) {
        if (text.strip().startsWith("*")) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Adds what the edits replace to the texts to record; whether there was anything of the user's.
   */
  private boolean addReplaced(
      IdentityHashMap<WorkloadChange, SortedMap<String, String>> texts, Reconciliation edits) {
    boolean added = false;
    for (Map.Entry<FieldPath, String> replaced : edits.replaced().entrySet()) {
      WorkloadChange change = placed.around(replaced.getKey()).orElse(null);
      if (change == null) {
        continue;
      }
      Optional<String> name = SlotName.of(change.workload(), replaced.getKey());
      // Of a slot that is recorded already the user's text is known: what is replaced is ours.
      boolean known = name.isPresent() && change.before().was().containsKey(name.get());
      if (name.isPresent() && !known && isUsers(name.get(), change)) {
        SortedMap<String, String> its = texts.computeIfAbsent(change, key -> new TreeMap<>());
        added |= its.putIfAbsent(name.get(), replaced.getValue()) == null;
      }
    }
    return added;
  }

  private static boolean isUsers(String name, WorkloadChange change) {
    if (change.after().isEmpty()) {
      return false;
    }
    ItemPath path = SlotName.path(name);
    boolean record = path.segments().contains(InjectionRecord.ANNOTATION);
    return !record && (SlotName.isRooted(name) || !change.merge().isOurs(path));
  }
}
