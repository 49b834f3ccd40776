package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.ResourceId;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/**
 * What references stand for in one part of a template, for one workload.
 *
 * @param parameters with a value for each
 * @param context the workload
 * @param container the container that {@code $(container.…)} means, if there is one
 * @param item what {@code $(item)} means, if anything
 */
record ReferenceValues(
    FilledParameters parameters,
    RenderContext context,
    Optional<Value.Mapping> container,
    Optional<Value> item,
    Problems problems) {

  /** The same, where {@code forEach} is at an element. */
  ReferenceValues at(Value element) {
    return new ReferenceValues(parameters, context, container, Optional.of(element), problems);
  }

  /** The same, where {@code $(container.…)} means another container. */
  ReferenceValues with(Optional<Value.Mapping> other) {
    return new ReferenceValues(parameters, context, other, item, problems);
  }

  /** The value of a reference; where there is none, a problem, and an empty text. */
  Value of(Reference reference, Optional<Location> at) {
    return switch (reference.root()) {
      case Reference.PARAMS -> parameters.value(reference.name());
      case Reference.ITEM -> item.orElseThrow();
      case Reference.WORKLOAD -> ofWorkload(reference, at);
      default -> ofContainer(reference, at);
    };
  }

  private Value.Scalar ofWorkload(Reference reference, Optional<Location> at) {
    ResourceId id = context.workload().id();
    return switch (reference.name()) {
      case "kind" -> Value.text(id.kind());
      case "namespace" ->
          context.namespace().isEmpty()
              ? missing(reference, at, "the workload names no namespace", "tell it with -n")
              : Value.text(context.namespace());
      default ->
          id.name().isEmpty() || id.isGenerated()
              ? missing(reference, at, "the workload has no name of its own", "give it a name")
              : Value.text(id.name());
    };
  }

  private Value.Scalar ofContainer(Reference reference, Optional<Location> at) {
    if (container.isEmpty()) {
      String reason = "no container of the application is meant by the target";
      return missing(reference, at, reason, "see the names under the target's containers");
    }
    Value.Mapping chosen = container.get();
    if (reference.name().equals("port")) {
      return firstPort(chosen, reference, at);
    }
    return chosen
        .findText(reference.name())
        .map(Value::text)
        .orElseGet(
            () -> missing(reference, at, chosen, "has no " + reference.name(), "give it one"));
  }

  private Value.Scalar firstPort(Value.Mapping chosen, Reference reference, Optional<Location> at) {
    for (Value item : chosen.sequence("ports").items()) {
      if (item instanceof Value.Mapping port
          && port.find("containerPort").orElse(null) instanceof Value.Scalar number
          && !number.isNull()) {
        return number;
      }
    }
    return missing(reference, at, chosen, "declares no ports", "declare one under ports");
  }

  private Value.Scalar missing(
      Reference reference, Optional<Location> at, Value.Mapping chosen, String lack, String help) {
    // Knative names the containers that have none.
    String which = chosen.findText("name").map(name -> "container " + name).orElse("the container");
    problems.add(
        refusal(reference, at, which + " " + lack, help)
            .noting(chosen.origin().orElse(null), "the container"));
    return Value.text("");
  }

  private Value.Scalar missing(
      Reference reference, Optional<Location> at, String reason, String help) {
    problems.add(refusal(reference, at, reason, help));
    return Value.text("");
  }

  private static Diagnostic refusal(
      Reference reference, Optional<Location> at, String reason, String help) {
    return Diagnostic.error(
            Code.REFERENCE_VALUE, reference + " has no value: " + reason, at.orElse(null))
        .helping(help);
  }
}
