package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Set;

/** Merges what a template says under {@code pod}: metadata, and the rest of the pod's spec. */
final class PodFieldsMerge {
  private static final ItemPath METADATA = ItemPath.of("metadata");
  private static final ItemPath SPEC = ItemPath.of("spec");
  private static final String GRACE = "terminationGracePeriodSeconds";
  private static final String TOKEN = "automountServiceAccountToken";

  private final PodDraft draft;
  private final String template;
  private final Value.Mapping pod;
  private final PodSettings settings;
  private final FieldMerge fields;

  PodFieldsMerge(
      PodDraft draft, RenderedTemplate template, PodSettings settings, Conflicts conflicts) {
    this.draft = draft;
    this.template = template.name();
    this.pod = template.pod().value();
    this.settings = settings;
    this.fields =
        new FieldMerge(draft, this.template, conflicts.ofPart(template.pod().onConflict()));
  }

  void merge() {
    Value.Mapping metadata = pod.mapping("metadata");
    Set<String> selectorLabels = settings.selectorLabels();
    for (Map.Entry<String, Value> label : metadata.mapping("labels").entries().entrySet()) {
      mergeLabel(label.getKey(), label.getValue(), selectorLabels);
    }
    fields.mergeEntries(METADATA, metadata.without("labels"));
    for (Map.Entry<String, Value> entry : pod.mapping("spec").entries().entrySet()) {
      mergeSpecField(entry.getKey(), entry.getValue());
    }
  }

  /** A label that the workload finds its pods by is none that anybody could replace. */
  private void mergeLabel(String label, Value wanted, Set<String> selectorLabels) {
    ItemPath path = METADATA.then("labels").then(label);
    Value present = draft.find(path).orElse(Value.nothing());
    if (present.isNull()
        || !selectorLabels.contains(label)
        || Meaning.same(label, present, wanted)) {
      fields.merge(path, wanted);
      return;
    }
    draft.report(
        Wording.conflict(
                Code.SELECTOR_LABEL,
                "the workload finds its pods by the label " + label + ", which has to stay",
                present,
                Wording.brief(present),
                wanted,
                Wording.brief(wanted))
            .helping("let the template use another label"));
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
