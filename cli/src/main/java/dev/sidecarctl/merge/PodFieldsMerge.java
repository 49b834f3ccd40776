package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.yaml.Value;
import java.util.Map;

/** Merges what a template says under {@code pod}: metadata, and the rest of the pod's spec. */
final class PodFieldsMerge {
  private static final ItemPath SPEC = ItemPath.of("spec");
  private static final String GRACE = "terminationGracePeriodSeconds";
  private static final String TOKEN = "automountServiceAccountToken";

  private final PodDraft draft;
  private final String template;
  private final FieldMerge fields;

  PodFieldsMerge(PodDraft draft, String template) {
    this.draft = draft;
    this.template = template;
    this.fields = new FieldMerge(draft, template);
  }

  void merge(Value.Mapping pod) {
    fields.mergeEntries(ItemPath.of("metadata"), pod.mapping("metadata"));
    for (Map.Entry<String, Value> entry : pod.mapping("spec").entries().entrySet()) {
      mergeSpecField(entry.getKey(), entry.getValue());
    }
  }

  private void mergeSpecField(String field, Value wanted) {
    ItemPath path = SPEC.then(field);
    Value present = draft.find(path).orElse(Value.nothing());
    if (field.equals(GRACE) && atLeast(present, wanted)) {
      draft.share(template, path, present);
    } else if (field.equals(GRACE) && draft.owner(path).isPresent() && atLeast(wanted, present)) {
      draft.raise(template, path, wanted);
    } else if (field.equals(TOKEN) && isFalse(present) && !isFalse(wanted)) {
      draft.report(
          Diagnostic.warning(
                  Code.AUTOMOUNT_KEPT,
                  "the pod does without its service account's token, and that stays so",
                  Wording.place(present))
              .noting(Wording.place(wanted), "the template wants: " + Wording.brief(wanted))
              .helping("let the sidecar bring a projected token volume of its own"));
    } else {
      fields.merge(path, wanted);
    }
  }

  private static boolean isFalse(Value value) {
    return value instanceof Value.Scalar scalar
        && scalar.kind() == Value.Kind.BOOLEAN
        && scalar.text().equals("false");
  }

  /** A longer grace period serves the sidecar too. */
  private static boolean atLeast(Value present, Value wanted) {
    return present instanceof Value.Scalar there
        && wanted instanceof Value.Scalar asked
        && there.kind() == Value.Kind.INTEGER
        && asked.kind() == Value.Kind.INTEGER
        && there.text().length() < 18
        && asked.text().length() < 18
        && Long.parseLong(there.text()) >= Long.parseLong(asked.text());
  }
}
