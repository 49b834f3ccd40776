package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.kubernetes.Meaning;
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

  FieldMerge(PodDraft draft, String template) {
    this.draft = draft;
    this.template = template;
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
    } else if (Meaning.same(path.last(), present, wanted)) {
      draft.share(template, path, wanted);
    } else {
      refuse(path, present, wanted);
    }
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

  private void mergeItem(ItemPath list, Value wanted) {
    ItemPath path = list.then(ItemPath.itemSegment(list.last(), wanted));
    Optional<Value> present = draft.find(path);
    if (present.isEmpty()) {
      draft.addItem(template, list, wanted, -1);
    } else if (Meaning.same(list.last(), present.get(), wanted)) {
      draft.share(template, path, wanted);
    } else if (list.last().equals("hostAliases") && wanted instanceof Value.Mapping alias) {
      merge(path.then("hostnames"), alias.sequence("hostnames"));
    } else {
      refuse(path, present.get(), wanted);
    }
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
    draft.report(
        conflict.helping("make the two agree, or take " + path.last() + " out of the template"));
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
