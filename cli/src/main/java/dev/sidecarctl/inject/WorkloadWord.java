package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a workload says of itself by annotation, on its own metadata or its pod template's; where
 * the two differ, the pod template's word counts.
 *
 * @param wish what {@code sidecarctl.dev/inject} says
 * @param names the templates it asks for, when the wish is {@link Wish#THESE}
 * @param at the annotation's value; null where there is none
 * @param annotations all annotations of both places
 */
record WorkloadWord(Wish wish, List<String> names, Value at, Map<String, Value> annotations) {
  static final String INJECT = "sidecarctl.dev/inject";
  private static final String PARAMETER_INFIX = ".sidecarctl.dev/";

  /** What a workload wants. */
  enum Wish {
    /** It says nothing: whatever matches. */
    NONE,
    /** Whatever matches, and templates that are opted into. */
    YES,
    /** Nothing at all. */
    NO,
    /** Exactly the templates it names. */
    THESE
  }

  /**
   * Reads the annotations of a workload.
   *
   * @throws RefusedException when the word is none of those that are understood
   */
  static WorkloadWord of(Workload workload) {
    Map<String, Value> annotations = new LinkedHashMap<>();
    annotations.putAll(workload.manifest().mapping("metadata").mapping("annotations").entries());
    Value.Mapping ofPods = workload.pod().mapping("metadata").mapping("annotations");
    for (Map.Entry<String, Value> entry : ofPods.entries().entrySet()) {
      // A null says nothing, and hides no word of the workload's.
      if (!entry.getValue().isNull() || !annotations.containsKey(entry.getKey())) {
        annotations.put(entry.getKey(), entry.getValue());
      }
    }
    Value word = annotations.getOrDefault(INJECT, Value.nothing());
    if (word.isNull()) {
      return new WorkloadWord(Wish.NONE, List.of(), word, annotations);
    }
    String text = word.asText().map(String::strip).orElseThrow(() -> noString(word));
    return switch (text) {
      case "true" -> new WorkloadWord(Wish.YES, List.of(), word, annotations);
      case "false" -> new WorkloadWord(Wish.NO, List.of(), word, annotations);
      default -> new WorkloadWord(Wish.THESE, names(text, word), word, annotations);
    };
  }

  private static List<String> names(String text, Value word) {
    List<String> names = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int comma = text.indexOf(',', start);
      int end = comma < 0 ? text.length() : comma;
      String name = text.substring(start, end).strip();
      if (name.isEmpty()) {
        throw invalid(
            word, "an empty name", "write \"true\", \"false\", or names with commas between");
      }
      if (!names.contains(name)) {
        names.add(name);
      }
      start = end + 1;
    }
    return names;
  }

  private static RefusedException noString(Value word) {
    return invalid(word, "no string", "put it in quotes: an API server takes only strings there");
  }

  private static RefusedException invalid(Value word, String what, String help) {
    return new RefusedException(
        Diagnostic.error(
                Code.ANNOTATION_INVALID,
                "annotation " + INJECT + " holds " + what,
                word.origin().orElse(null))
            .helping(help));
  }

  /** Whether this run's templates that match by themselves are considered. */
  Optional<String> refusalOf(String template, boolean optIn) {
    return switch (wish) {
      case NO -> Optional.of("annotation " + INJECT + " says \"false\"");
      case THESE ->
          names.contains(template)
              ? Optional.empty()
              : Optional.of("annotation " + INJECT + " does not name it");
      case YES -> Optional.empty();
      case NONE ->
          optIn
              ? Optional.of("it is opted into by annotation " + INJECT + ", which is not there")
              : Optional.empty();
    };
  }

  /** The values that annotations give for a template's parameters. */
  Map<String, Value> parametersOf(String template) {
    String prefix = template + PARAMETER_INFIX;
    Map<String, Value> values = new LinkedHashMap<>();
    for (Map.Entry<String, Value> entry : annotations.entrySet()) {
      if (entry.getKey().startsWith(prefix)) {
        values.put(entry.getKey().substring(prefix.length()), entry.getValue());
      }
    }
    return values;
  }
}
