package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.Value;
import dev.sidecarctl.yaml.YamlDocument;
import dev.sidecarctl.yaml.YamlStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which Services start or stop selecting pods because labels of theirs change: those of the same
 * source, then those of the others of a run.
 */
public final class ServiceSelections {
  private static final String SERVICE = "Service";

  private final List<Value.Mapping> services = new ArrayList<>();

  private ServiceSelections() {}

  /**
   * Warns, source by source, of the Services in the other sources of a run.
   *
   * @param injections what became of each source
   * @return a list for each of them, in their order: what its workloads change
   */
  public static List<List<Diagnostic>> acrossSources(List<Injection> injections) {
    boolean anyChange = false;
    for (Injection injection : injections) {
      anyChange |= !injection.labelChanges().isEmpty();
    }
    List<ServiceSelections> selections = new ArrayList<>();
    for (Injection injection : injections) {
      ServiceSelections its = new ServiceSelections();
      if (anyChange && injections.size() > 1) {
        its.collect(injection.before());
      }
      selections.add(its);
    }
    List<List<Diagnostic>> warnings = new ArrayList<>();
    for (int i = 0; i < injections.size(); i++) {
      List<Diagnostic> found = new ArrayList<>();
      List<LabelChange> changes = injections.get(i).labelChanges();
      for (int other = 0; other < injections.size() && !changes.isEmpty(); other++) {
        if (other != i) {
          selections.get(other).judge(changes, found);
        }
      }
      warnings.add(found);
    }
    return warnings;
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
    selections.judge(changes, found);
    return found;
  }

  private void judge(List<LabelChange> changes, List<Diagnostic> found) {
    for (LabelChange change : changes) {
      for (Value.Mapping service : services) {
        judge(service, change, found);
      }
    }
  }

  /** Looks for Services where the text has the word at all: most files of a run have none. */
  private void collect(Source source) {
    if (!source.text().contains(SERVICE)) {
      return;
    }
    try {
      for (YamlDocument document : YamlStream.of(source).documents()) {
        collect(document);
      }
    } catch (RefusedException e) {
      // What is wrong with it was said when it was walked.
    }
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
    if (object.says("kind", SERVICE) && object.says("apiVersion", "v1")) {
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
    String own = change.workload().namespace();
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
                    + change.workload().describe(),
                selector.origin().orElse(null))
            .noting(change.name(), "a label of its pods changes")
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
