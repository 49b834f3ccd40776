package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.yaml.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What somebody edited in the items that sidecarctl added. An edit stays as long as the template
 * says what it said; where it says something new, the two are in conflict. Parts that somebody
 * added stay too.
 */
final class Drift {
  private final Value.Mapping current;
  private final OwnPart recordedPart;
  private final Consumer<Diagnostic> report;

  /**
   * @param current the pod template as it is in the manifest
   * @param recorded the names of all recorded items
   * @param report where to say what was found
   */
  Drift(Value.Mapping current, Set<ItemPath> recorded, Consumer<Diagnostic> report) {
    this.current = current;
    this.recordedPart = new OwnPart(recorded);
    this.report = report;
  }

  /**
   * The item as it is to be.
   *
   * @param path its name
   * @param wanted as it is planned
   * @param own the same without other items inside it
   * @param recorded as the template had it
   */
  Value settle(ItemPath path, Value wanted, Value own, Digests recorded) {
    Optional<Value> present = path.find(current);
    if (present.isEmpty()) {
      return wanted;
    }
    if (recorded.isWhole() || !ItemParts.hasParts(path, wanted)) {
      return settleWhole(path, present.get(), wanted, recorded.whole());
    }
    Parts are = Parts.of(path, present.get(), recordedPart.of(path, current).orElseThrow());
    return settleParts(path, are, Parts.of(path, wanted, own), (Value.Mapping) wanted, recorded);
  }

  /**
   * The parts of an item.
   *
   * @param values as they are
   * @param digests without what other items inside it bring
   */
  private record Parts(Map<String, Value> values, Map<String, String> digests) {
    static Parts of(ItemPath path, Value item, Value own) {
      Map<String, String> digests = Digests.of(path, own).parts();
      return new Parts(ItemParts.of(path.list(), (Value.Mapping) item), digests);
    }
  }

  private Value settleWhole(ItemPath path, Value present, Value wanted, String recorded) {
    String is = Digest.of(path.meaningOf(present));
    String wants = Digest.of(path.meaningOf(wanted));
    return choose(path.toString(), present, is, recorded, wanted, wants).orElse(wanted);
  }

  private Value.Mapping settleParts(
      ItemPath path, Parts are, Parts want, Value.Mapping wanted, Digests recorded) {
    Set<String> names = new TreeSet<>(are.digests().keySet());
    names.addAll(want.digests().keySet());
    names.addAll(recorded.parts().keySet());
    Map<String, Optional<Value>> edits = new LinkedHashMap<>();
    for (String part : names) {
      Value is = are.values().get(part);
      Value wants = want.values().get(part);
      Optional<Value> chosen =
          choose(
              path + "/" + part,
              is,
              are.digests().get(part),
              recorded.parts().get(part),
              wants,
              want.digests().get(part));
      if (!chosen.equals(Optional.ofNullable(wants))) {
        edits.put(part, chosen);
      }
    }
    return edits.isEmpty() ? wanted : apply(wanted, edits);
  }

  /** The value that stays, of what is there, what was recorded, and what is wanted. */
  private Optional<Value> choose(
      String label,
      @Nullable Value present,
      @Nullable String is,
      @Nullable String was,
      @Nullable Value wanted,
      @Nullable String wants) {
    boolean edited = !Objects.equals(is, was);
    boolean changed = !Objects.equals(was, wants);
    if (!edited || Objects.equals(is, wants)) {
      return Optional.ofNullable(wanted);
    }
    if (changed) {
      report.accept(conflict(label, present, wanted));
      return Optional.ofNullable(wanted);
    }
    if (was != null) {
      report.accept(kept(label, present, wanted));
    }
    return Optional.ofNullable(present);
  }

  private Diagnostic conflict(String label, @Nullable Value present, @Nullable Value wanted) {
    return Diagnostic.error(
            Code.DRIFT_CONFLICT,
            label + " was edited by hand, and the template has a new value for it",
            place(present))
        .labelled(present == null ? "" : "here: " + Wording.brief(present))
        .noting(place(wanted), wanted == null ? "" : "the template wants: " + Wording.brief(wanted))
        .helping("take the template's value over into the manifest, or give it up in the template");
  }

  private Diagnostic kept(String label, @Nullable Value present, @Nullable Value wanted) {
    return Diagnostic.warning(
            Code.DRIFT,
            label + " was edited by hand since it was injected; the edit is kept",
            place(present))
        .labelled(present == null ? "" : "kept: " + Wording.brief(present))
        .noting(place(wanted), wanted == null ? "" : "the template says: " + Wording.brief(wanted));
  }

  private @Nullable Location place(@Nullable Value value) {
    return value == null ? Wording.place(current) : Wording.place(value);
  }

  /** The wanted item with some parts as somebody edited them. */
  private static Value.Mapping apply(Value.Mapping wanted, Map<String, Optional<Value>> edits) {
    Value.Mapping item = wanted;
    for (Map.Entry<String, Optional<Value>> edit : edits.entrySet()) {
      ItemPath part = ItemParts.path(edit.getKey());
      Optional<Value> value = edit.getValue();
      if (value.isEmpty()) {
        item = dropEmpty(PodEdit.remove(item, part), part);
      } else if (part.size() == 1 || part.find(item).isPresent()) {
        item = PodEdit.set(item, part, value.get());
      } else {
        item = PodEdit.addItem(item, part.parent(), value.get(), -1);
      }
    }
    return item;
  }

  private static Value.Mapping dropEmpty(Value.Mapping item, ItemPath part) {
    boolean empty = part.size() > 1 && item.sequence(part.parent().last()).items().isEmpty();
    return empty ? item.without(part.parent().last()) : item;
  }

  /**
   * Whether an item that is to go was edited since it was recorded.
   *
   * @param path its name
   * @param recorded as the template had it
   */
  boolean isEdited(ItemPath path, Digests recorded) {
    Optional<Value> present = recordedPart.of(path, current);
    return present.isPresent() && !Digests.of(path, present.get()).equals(recorded);
  }
}
