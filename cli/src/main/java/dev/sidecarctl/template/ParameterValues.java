package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.yaml.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Settles what each parameter of a template is for one workload. Strongest first: the workload's
 * annotation, the command line, the template's default.
 */
final class ParameterValues {
  private final String template;
  private final Location at;
  private final Map<String, Parameter> parameters;
  private final Problems problems;

  ParameterValues(
      String template, Location at, Map<String, Parameter> parameters, Problems problems) {
    this.template = template;
    this.at = at;
    this.parameters = parameters;
    this.problems = problems;
  }

  /** A value for every parameter, those with a problem apart. */
  Map<String, Value> resolve(Map<String, GivenValue> given, Map<String, Value> annotated) {
    for (Map.Entry<String, Value> annotation : annotated.entrySet()) {
      if (!parameters.containsKey(annotation.getKey())) {
        complainOfUnknown(annotation.getKey(), annotation.getValue());
      }
    }
    Map<String, Value> resolved = new HashMap<>();
    for (Parameter parameter : parameters.values()) {
      Optional<Value> value =
          resolve(parameter, given.get(parameter.name()), annotated.get(parameter.name()));
      if (value.isPresent()) {
        resolved.put(parameter.name(), value.get());
      }
    }
    return resolved;
  }

  private Optional<Value> resolve(
      Parameter parameter, @Nullable GivenValue given, @Nullable Value annotation) {
    if (annotation != null) {
      return annotated(parameter, annotation);
    }
    if (given != null) {
      return parsed(parameter, given.text(), given.at());
    }
    if (parameter.defaultValue().isEmpty()) {
      complainOfMissing(parameter);
    }
    return parameter.defaultValue();
  }

  /** Annotations are strings to Kubernetes; a null is an empty one. */
  private Optional<Value> annotated(Parameter parameter, Value annotation) {
    if (annotation.isNull() || annotation.asText().isPresent()) {
      String text = annotation.asText().orElse("");
      return parsed(parameter, text, annotation.origin().orElse(null));
    }
    problems.add(
        Code.PARAMETER_VALUE,
        "annotation "
            + annotation(parameter.name())
            + " is "
            + TypeWords.of(annotation)
            + ", where a string is due",
        annotation,
        "put it in quotes");
    return Optional.empty();
  }

  private Optional<Value> parsed(Parameter parameter, String text, @Nullable Location place) {
    Optional<Diagnostic> refusal = parameter.refusal(text, place);
    if (refusal.isPresent()) {
      problems.add(refusal.get());
      return Optional.empty();
    }
    return Optional.of(parameter.parse(text, place));
  }

  private void complainOfUnknown(String name, Value annotation) {
    String help =
        parameters.isEmpty()
            ? "take the annotation out"
            : NearestWord.help(name, parameters.keySet());
    problems.add(
        Diagnostic.error(
                Code.PARAMETER_UNKNOWN,
                "template " + template + " has no parameter " + name,
                annotation.origin().orElse(null))
            .noting(at, "the template")
            .helping(help));
  }

  private void complainOfMissing(Parameter parameter) {
    problems.add(
        Diagnostic.error(
                Code.PARAMETER_REQUIRED,
                "parameter " + parameter.name() + " of " + template + " has no value",
                parameter.at())
            .helping(
                "pass --set "
                    + template
                    + "."
                    + parameter.name()
                    + "=VALUE, set it in .sidecarctl.yaml, or annotate the workload with "
                    + annotation(parameter.name())));
  }

  private String annotation(String parameter) {
    return template + ".sidecarctl.dev/" + parameter;
  }
}
