package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which Services of a source start or stop selecting pods because labels of theirs change. */
final class ServiceSelections {
  private final List<Value.Mapping> services = new ArrayList<>();

  private ServiceSelections() {}

  /**
   * The pods of a workload whose labels change.
   *
   * @param workload the workload as it is
   * @param after the labels as they are to be
   */
  record LabelChange(Workload workload, Value.Mapping after) {
    /** The labels as they are. */
    Value.Mapping before() {
      return labels(workload.pod());
    }
  }

  /** The labels of a pod template. */
  static Value.Mapping labels(Value.Mapping pod) {
    return pod.mapping("metadata").mapping("labels");
  }

  /** A warning for each Service that selects otherwise afterwards; the documents are read again. */
  static List<Diagnostic> of(List<YamlDocument> documents, List<LabelChange> changes) {
    List<Diagnostic> found = new ArrayList<>();
    if (changes.isEmpty()) {
      return found;
    }
    ServiceSelections selections = new ServiceSelections();
    for (YamlDocument document : documents) {
      selections.collect(document);
    }
    for (LabelChange change : changes) {
      for (Value.Mapping service : selections.services) {
        judge(service, change, found);
      }
    }
    return found;
  }

  private void collect(YamlDocument document) {
    try {
      if (!document.isEmpty()) {
        collect(document.value());
        document.forget();
      }
    } catch (RefusedException e) {
      // What is wrong with it is said where it is walked.
    }
  }

  private void collect(Value value) {
    if (!(value instanceof Value.Mapping object)) {
      return;
    }
    if (object.says("kind", "Service") && object.says("apiVersion", "v1")) {
      services.add(object);
    } else if (object.findText("kind").orElse("").endsWith("List")) {
      for (Value item : object.sequence("items").items()) {
        collect(item);
      }
    }
  }

  private static void judge(Value.Mapping service, LabelChange change, List<Diagnostic> found) {
    Value.Mapping selector = service.mapping("spec").mapping("selector");
    String namespace = service.mapping("metadata").findText("namespace").orElse("");
    String own = change.workload().id().namespace();
    boolean elsewhere = !namespace.isEmpty() && !own.isEmpty() && !namespace.equals(own);
    boolean before = selects(selector, change.before());
    boolean after = selects(selector, change.after());
    if (elsewhere || before == after || selector.entries().isEmpty()) {
      return;
    }
    found.add(
        Diagnostic.warning(
                Code.SERVICE_SELECTION,
                "Service "
                    + service.mapping("metadata").findText("name").orElse("")
                    + (after ? " comes to select" : " no longer selects")
                    + " the pods of "
                    + change.workload().id().describe(),
                selector.origin().orElse(null))
            .noting(change.workload().nameLocation(), "a label of its pods changes")
            .helping("give the label in the template another name or value"));
  }

  private static boolean selects(Value.Mapping selector, Value.Mapping labels) {
    for (Map.Entry<String, Value> wanted : selector.entries().entrySet()) {
      Value label = labels.find(wanted.getKey()).orElse(Value.nothing());
      if (!label.asText().equals(wanted.getValue().asText()) || label.isNull()) {
        return false;
      }
    }
    return true;
  }
}
