package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.Meaning;
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

  /**
   * A part of an item, or an item that has no parts.
   *
   * @param label how it is called
   * @param item the item that is there
   * @param present the part, null where somebody took it out
   * @param wanted as the template has it now, null where it has it no longer
   */
  private record Part(String label, Value item, @Nullable Value present, @Nullable Value wanted) {

    String edit() {
      return present == null ? "taken out" : "edited";
    }

    @Nullable Location place() {
      return Wording.place(present == null ? item : present);
    }

    Diagnostic noting(Diagnostic diagnostic, String here, String there) {
      Diagnostic labelled =
          present == null ? diagnostic : diagnostic.labelled(here + Wording.brief(present));
      return wanted == null
          ? labelled
          : labelled.noting(Wording.place(wanted), there + Wording.brief(wanted));
    }
  }

  private final Value.Mapping current;
  private final InjectionRecord record;
  private final Consumer<Diagnostic> report;

  /**
   * @param current the pod template as it is in the manifest
   * @param record what was added to it
   * @param report where to say what was found
   */
  Drift(Value.Mapping current, InjectionRecord record, Consumer<Diagnostic> report) {
    this.current = current;
    this.record = record;
    this.report = report;
  }

  /** An item without what is recorded on its own, such as what a target added to a sidecar. */
  private Optional<Value> present(ItemPath item) {
    Set<ItemPath> others = record.itemsInside(item);
    Value.Mapping bare =
        others.isEmpty() ? current : Withdrawal.without(current, others, record.was());
    return item.find(bare);
  }

  /**
   * The item as it is to be.
   *
   * @param path its name
   * @param wanted as the template has it now
   * @param recorded as the template had it
   */
  Value settle(ItemPath path, Value wanted, Digests recorded) {
    Optional<Value> present = present(path);
    if (present.isEmpty()) {
      return wanted;
    }
    if (recorded.isWhole() || !ItemParts.hasParts(path, wanted)) {
      return settleWhole(path, present.get(), wanted, recorded.whole());
    }
    return settleParts(path, (Value.Mapping) present.get(), (Value.Mapping) wanted, recorded);
  }

  private Value settleWhole(ItemPath path, Value present, Value wanted, String recorded) {
    String field = path.last();
    String is = Digest.of(Meaning.of(field, present));
    String wants = Digest.of(Meaning.of(field, wanted));
    Part whole = new Part(path.toString(), present, present, wanted);
    return choose(whole, is, recorded, wants).orElse(wanted);
  }

  private Value.Mapping settleParts(
      ItemPath path, Value.Mapping present, Value.Mapping wanted, Digests recorded) {
    Map<String, Value> are = ItemParts.of(path.list(), present);
    Map<String, Value> want = ItemParts.of(path.list(), wanted);
    Set<String> names = new TreeSet<>(are.keySet());
    names.addAll(want.keySet());
    Map<String, Optional<Value>> edits = new LinkedHashMap<>();
    for (String name : names) {
      Value is = are.get(name);
      Value wants = want.get(name);
      Part part = new Part(path + "/" + name, present, is, wants);
      String was = recorded.parts().get(name);
      Optional<Value> chosen = choose(part, digest(name, is), was, digest(name, wants));
      if (!chosen.equals(Optional.ofNullable(wants))) {
        edits.put(name, chosen);
      }
    }
    return edits.isEmpty() ? wanted : apply(wanted, edits);
  }

  private static @Nullable String digest(String part, @Nullable Value value) {
    return value == null ? null : Digests.ofPart(part, value);
  }

  /** The value that stays, of what is there, what was recorded, and what is wanted. */
  private Optional<Value> choose(
      Part part, @Nullable String is, @Nullable String was, @Nullable String wants) {
    boolean edited = !Objects.equals(is, was);
    boolean changed = !Objects.equals(was, wants);
    if (!edited || Objects.equals(is, wants)) {
      return Optional.ofNullable(part.wanted());
    }
    if (changed) {
      report.accept(conflict(part));
      return Optional.ofNullable(part.wanted());
    }
    if (was != null) {
      report.accept(kept(part));
    }
    return Optional.ofNullable(part.present());
  }

  private static Diagnostic conflict(Part part) {
    String news =
        part.wanted() == null
            ? "the template no longer has it"
            : "the template has a new value for it";
    return part.noting(
            Diagnostic.error(
                Code.DRIFT_CONFLICT,
                part.label() + " was " + part.edit() + " by hand, and " + news,
                part.place()),
            "here: ",
            "the template wants: ")
        .helping("take the template's value over into the manifest, or give it up in the template");
  }

  private static Diagnostic kept(Part part) {
    String stays = part.present() == null ? "it stays out" : "the edit is kept";
    return part.noting(
        Diagnostic.warning(
            Code.DRIFT,
            part.label() + " was " + part.edit() + " by hand since it was injected; " + stays,
            part.place()),
        "kept: ",
        "the template says: ");
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
    Optional<Value> present = present(path);
    if (present.isEmpty()) {
      return false;
    }
    if (recorded.isWhole() || !ItemParts.hasParts(path, present.get())) {
      return !Digest.of(Meaning.of(path.last(), present.get())).equals(recorded.whole());
    }
    Map<String, Value> parts = ItemParts.of(path.list(), (Value.Mapping) present.get());
    for (Map.Entry<String, String> part : recorded.parts().entrySet()) {
      Value value = parts.get(part.getKey());
      if (value == null || !Digests.ofPart(part.getKey(), value).equals(part.getValue())) {
        return true;
      }
    }
    return parts.size() > recorded.parts().size();
  }
}
