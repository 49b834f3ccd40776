package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.template.Part;
import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one rule for everything that has no rule of its own: add what is missing, accept what is
 * equal, refuse what differs. Mappings merge key by key, lists by their list-map keys.
 */
final class FieldMerge {

  /** Lists without keys that are sets in all but name: what is not there is appended. */
  private static final Set<String> SETS =
      Set.of(
          "tolerations",
          "envFrom",
          "searches",
          "nameservers",
          "hostnames",
          "supplementalGroups",
          "readinessGates",
          "sysctls",
          "options",
          "preferredDuringSchedulingIgnoredDuringExecution",
          "requiredDuringSchedulingIgnoredDuringExecution");

  private final PodDraft draft;
  private final String template;
  private final Conflicts conflicts;

  FieldMerge(PodDraft draft, String template, Conflicts conflicts) {
    this.draft = draft;
    this.template = template;
    this.conflicts = conflicts;
  }

  /** Merges the entries of a mapping into the mapping at {@code path}. */
  void mergeEntries(ItemPath path, Value.Mapping wanted) {
    for (Map.Entry<String, Value> entry : wanted.entries().entrySet()) {
      merge(path.then(entry.getKey()), entry.getValue());
    }
  }

  /** Merges a value into the field at {@code path}. */
  void merge(ItemPath path, Value wanted) {
    if (wanted.isNull()) {
      return;
    }
    Value present = draft.find(path).orElse(Value.nothing());
    if (wanted instanceof Value.Mapping mapping && mayDescend(present, mapping)) {
      mergeEntries(path, mapping);
    } else if (wanted instanceof Value.Sequence sequence && isMergedByItem(path.last(), sequence)) {
      mergeItems(path, sequence);
    } else if (present.isNull()) {
      draft.setField(template, path, wanted);
    } else if (path.sameMeaning(present, wanted)) {
      draft.share(template, path, wanted);
    } else if (!asksForNothing(wanted)) {
      refuse(path, present, wanted);
    }
  }

  /** An empty mapping or list adds nothing to one that is there. */
  private static boolean asksForNothing(Value wanted) {
    return wanted instanceof Value.Mapping mapping
        ? mapping.entries().isEmpty()
        : wanted instanceof Value.Sequence list && list.items().isEmpty();
  }

  private static boolean mayDescend(Value present, Value.Mapping wanted) {
    return !wanted.entries().isEmpty() && (present.isNull() || present instanceof Value.Mapping);
  }

  /** Whether a list without keys is a set in all but name, so that each item stands for itself. */
  static boolean isSet(String field) {
    return SETS.contains(field);
  }

  private static boolean isMergedByItem(String field, Value.Sequence wanted) {
    return isSet(field) || ItemParts.isKeyed(field, wanted);
  }

  private void mergeItems(ItemPath list, Value.Sequence wanted) {
    for (Value item : wanted.items()) {
      mergeItem(list, item);
    }
  }

  private void mergeItem(ItemPath list, Value item) {
    if (item instanceof Value.Mapping mapping) {
      Part part = Part.of(mapping);
      new FieldMerge(draft, template, conflicts.ofPart(part.onConflict()))
          .mergePlain(list, part.value());
    } else {
      mergePlain(list, item);
    }
  }

  private void mergePlain(ItemPath list, Value wanted) {
    ItemPath path = list.then(ItemPath.itemSegment(list.last(), wanted));
    Optional<Value> present = draft.find(path);
    if (list.last().equals("hostAliases") && wanted instanceof Value.Mapping alias) {
      mergeHostAlias(list, path, alias);
    } else if (present.isEmpty()) {
      draft.addItem(template, list, wanted, -1);
    } else if (Meaning.same(list.last(), present.get(), wanted)) {
      draft.share(template, path, wanted);
    } else {
      refuse(path, present.get(), wanted);
    }
  }

  /** An address and its names are owned one by one: another template may add names to it. */
  private void mergeHostAlias(ItemPath list, ItemPath path, Value.Mapping wanted) {
    Value.Mapping address = wanted.without("hostnames");
    if (draft.find(path).isEmpty()) {
      draft.addItem(template, list, address, -1);
    } else {
      draft.share(template, path, address);
    }
    merge(path.then("hostnames"), wanted.find("hostnames").orElse(Value.nothing()));
  }

  private void refuse(ItemPath path, Value present, Value wanted) {
    String name = describe(path);
    Diagnostic conflict =
        Wording.conflict(
            Code.FIELD_CONFLICT,
            name + " is already set, to another value",
            present,
            Wording.brief(present),
            wanted,
            Wording.brief(wanted));
    conflicts.settle(
        conflict.helping("make the two agree, or take " + path.last() + " out of the template"),
        path,
        wanted);
  }

  private static String describe(ItemPath path) {
    StringBuilder text = new StringBuilder();
    for (String segment : path.segments()) {
      boolean plain = segment.indexOf('/') < 0 && segment.indexOf('.') < 0;
      if (plain) {
        text.append(text.length() == 0 ? "" : ".").append(segment);
      } else {
        text.append('[').append(segment).append(']');
      }
    }
    return text.toString();
  }

  /** Whether two items of a list have the same key. */
  static boolean sameKey(String list, Value.Mapping left, Value.Mapping right) {
    Optional<String> key = ListMapKeys.key(list, left);
    return key.isPresent() && key.equals(ListMapKeys.key(list, right));
  }
}
