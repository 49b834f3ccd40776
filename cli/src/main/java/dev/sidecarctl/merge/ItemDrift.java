package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.template.ConflictPolicy;
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
 * What somebody edited in one item that sidecarctl added. An edit stays as long as the template
 * says what it said; where it says something new, the two are in conflict, which a policy may
 * settle. Parts that somebody added stay too.
 */
final class ItemDrift {
  private final Value.Mapping pod;
  private final ItemPath path;
  private final ConflictPolicy policy;
  private final Consumer<Diagnostic> report;
  private final Set<String> usersParts = new TreeSet<>();

  /**
   * @param pod the pod template as it is in the manifest
   * @param path the item's name
   * @param policy what is done where an edit meets a new value
   * @param report where to say what was found
   */
  ItemDrift(Value.Mapping pod, ItemPath path, ConflictPolicy policy, Consumer<Diagnostic> report) {
    this.pod = pod;
    this.path = path;
    this.policy = policy;
    this.report = report;
  }

  /** The parts that the user owns, once the item is settled; {@link Digests#ALL} for all of it. */
  Set<String> usersParts() {
    return usersParts;
  }

  /**
   * The item as it is to be.
   *
   * @param drift knows the item as it is
   * @param wanted as it is planned
   * @param own the same without other items inside it
   * @param recorded as the template had it
   */
  Value settle(Drift drift, Value wanted, Value own, Digests recorded) {
    Optional<Value> present = path.find(pod);
    if (present.isEmpty()) {
      return wanted;
    }
    if (recorded.isWhole() || !ItemParts.hasParts(path, wanted)) {
      return settleWhole(present.get(), wanted, recorded.whole());
    }
    Parts are = Parts.of(path, present.get(), drift.present(path).orElseThrow());
    return settleParts(are, Parts.of(path, wanted, own), (Value.Mapping) wanted, recorded);
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

  private Value settleWhole(Value present, Value wanted, String recorded) {
    String is = Digest.of(path.meaningOf(present));
    String wants = Digest.of(path.meaningOf(wanted));
    return choose(Digests.ALL, present, is, recorded, wanted, wants).orElse(wanted);
  }

  private Value.Mapping settleParts(Parts are, Parts want, Value.Mapping wanted, Digests recorded) {
    Set<String> names = new TreeSet<>(are.digests().keySet());
    names.addAll(want.digests().keySet());
    names.addAll(recorded.parts().keySet());
    Map<String, Optional<Value>> edits = new LinkedHashMap<>();
    for (String part : names) {
      Value wants = want.values().get(part);
      Optional<Value> chosen =
          choose(
              part,
              are.values().get(part),
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
      String part,
      @Nullable Value present,
      @Nullable String is,
      @Nullable String was,
      @Nullable Value wanted,
      @Nullable String wants) {
    if (Digests.USERS.equals(was)) {
      usersParts.add(part);
      return Optional.ofNullable(present);
    }
    boolean edited = !Objects.equals(is, was);
    boolean changed = !Objects.equals(was, wants);
    if (!edited || Objects.equals(is, wants)) {
      return Optional.ofNullable(wanted);
    }
    if (changed) {
      return Optional.ofNullable(
          settle(part, conflict(part, present, wanted)) == ConflictPolicy.KEEP ? present : wanted);
    }
    report.accept(kept(part, present, wanted, was == null));
    return Optional.ofNullable(present);
  }

  private ConflictPolicy settle(String part, Diagnostic conflict) {
    switch (policy) {
      case FAIL -> report.accept(Conflicts.advise(conflict));
      case KEEP -> {
        usersParts.add(part);
        report.accept(
            Conflicts.warning(conflict, "the edit is kept, and is the user's from now on"));
      }
      case REPLACE -> report.accept(Conflicts.warning(conflict, "the edit is replaced"));
    }
    return policy;
  }

  private Diagnostic conflict(String part, @Nullable Value present, @Nullable Value wanted) {
    String news =
        wanted == null ? "the template no longer has it" : "the template has a new value for it";
    Diagnostic conflict =
        Diagnostic.error(
            Code.DRIFT_CONFLICT, edited(part, present) + ", and " + news, place(present));
    return noting(conflict, present, "here: ", wanted, "the template wants: ")
        .helping("take the template's value over into the manifest, or give it up in the template");
  }

  private Diagnostic kept(
      String part, @Nullable Value present, @Nullable Value wanted, boolean added) {
    String stays = added ? "it stays" : present == null ? "it stays out" : "the edit is kept";
    String edited = added ? label(part) + " was added by hand" : edited(part, present);
    String item = added ? "its item" : "it";
    Diagnostic kept =
        Diagnostic.warning(
            Code.DRIFT, edited + " since " + item + " was injected; " + stays, place(present));
    return noting(kept, present, "kept: ", wanted, "the template says: ")
        .helping("to be rid of it, write what the template says, or say it in the template");
  }

  private String edited(String part, @Nullable Value present) {
    return label(part) + (present == null ? " was taken out by hand" : " was edited by hand");
  }

  private static Diagnostic noting(
      Diagnostic drift,
      @Nullable Value present,
      String here,
      @Nullable Value wanted,
      String there) {
    Diagnostic labelled = present == null ? drift : drift.labelled(here + Wording.brief(present));
    return wanted == null
        ? labelled
        : labelled.noting(Wording.place(wanted), there + Wording.brief(wanted));
  }

  private String label(String part) {
    return part.equals(Digests.ALL) ? path.toString() : path + "/" + part;
  }

  /** Where a part is; of one that somebody took out, where its item is. */
  private @Nullable Location place(@Nullable Value part) {
    return Wording.place(part == null ? path.find(pod).orElse(pod) : part);
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
}
