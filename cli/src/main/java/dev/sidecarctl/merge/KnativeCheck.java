package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.KnativeFields;
import dev.sidecarctl.yaml.Value;
import java.util.Map;
import java.util.Optional;

/** Whether Knative admits what templates bring: it takes only a part of what a pod may have. */
final class KnativeCheck {
  private final PodDraft draft;

  KnativeCheck(PodDraft draft) {
    this.draft = draft;
  }

  /** Checks all that templates of this run put into the draft. */
  void check() {
    for (ItemPath item : draft.claimed()) {
      Optional<Value> value = draft.find(item);
      if (value.isPresent() && item.size() > 1 && item.segments().get(0).equals("spec")) {
        check(item, value.get());
      }
    }
  }

  private void check(ItemPath item, Value value) {
    String field = item.segments().get(1);
    boolean container = field.equals(PodContainer.CONTAINERS);
    if (container && item.size() > 3) {
      check(KnativeFields.OF_CONTAINER, item.segments().get(3), item, value);
    } else if (container && item.size() == 3 && value instanceof Value.Mapping sidecar) {
      checkFields(KnativeFields.OF_SIDECAR, sidecar, item);
    } else if (field.equals("volumes") && value instanceof Value.Mapping volume) {
      checkFields(KnativeFields.OF_VOLUME, volume, item);
    } else {
      check(KnativeFields.OF_POD, field, item, value);
    }
  }

  private void checkFields(KnativeFields fields, Value.Mapping mapping, ItemPath item) {
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      check(fields, entry.getKey(), item.then(entry.getKey()), entry.getValue());
    }
  }

  private void check(KnativeFields fields, String field, ItemPath path, Value value) {
    if (!fields.admits(field)) {
      draft.report(
          Diagnostic.error(
                  Code.KNATIVE_FIELD, "Knative does not admit " + path, Wording.place(value))
              .labelled("here: " + Wording.brief(value))
              .helping(
                  "leave Knative's kinds out of the template's match, or this out of the"
                      + " template"));
      return;
    }
    Optional<String> feature = fields.feature(field);
    if (feature.isPresent()) {
      draft.report(
          Diagnostic.warning(
                  Code.KNATIVE_FEATURE,
                  "Knative admits " + path + " only with " + feature.get(),
                  Wording.place(value))
              .helping("switch it on in Knative's ConfigMap config-features"));
    }
  }
}
