package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A standard LabelSelector: all requirements must hold. {@code NotIn} also holds for a label that
 * is not there, as in Kubernetes.
 */
record LabelSelector(List<Requirement> requirements) {
  static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

  /** One condition on one label. */
  record Requirement(String key, String operator, List<String> values) {

    /** What speaks against a pod's labels, as a phrase; empty if nothing does. */
    Optional<String> mismatch(Value.Mapping labels) {
      Optional<String> label = labels.find(key).map(Requirement::text);
      boolean listed = label.isPresent() && values.contains(label.get());
      return switch (operator) {
        case "In" -> listed ? Optional.empty() : Optional.of(unlisted(label));
        case "NotIn" ->
            listed
                ? Optional.of("its label " + key + " is \"" + label.orElse("") + "\"")
                : Optional.empty();
        case "Exists" -> label.isPresent() ? Optional.empty() : Optional.of(unlisted(label));
        default -> label.isPresent() ? Optional.of("it has the label " + key) : Optional.empty();
      };
    }

    /** What holds of a pod's labels, as a phrase. */
    String reason(Value.Mapping labels) {
      Optional<String> label = labels.find(key).map(Requirement::text);
      String is = label.map(value -> "label " + key + "=" + value).orElse("no label " + key);
      return operator.equals("NotIn") && label.isPresent()
          ? is + " is not " + String.join(" or ", values)
          : is;
    }

    /** What is asked for. */
    String phrase() {
      return switch (operator) {
        case "In" -> key + " is " + String.join(" or ", values);
        case "NotIn" -> key + " is none of " + String.join(", ", values);
        case "Exists" -> key + " is there";
        default -> key + " is not there";
      };
    }

    private String unlisted(Optional<String> label) {
      return label.isEmpty()
          ? "it has no label " + key
          : "its label " + key + " is \"" + label.get() + "\", not " + String.join(" or ", values);
    }

    private static String text(Value value) {
      return value instanceof Value.Scalar scalar && !scalar.isNull() ? scalar.text() : "";
    }
  }

  /** The first thing that speaks against a pod's labels; empty if they are selected. */
  Optional<String> mismatch(Value.Mapping labels) {
    for (Requirement requirement : requirements) {
      Optional<String> reason = requirement.mismatch(labels);
      if (reason.isPresent()) {
        return reason;
      }
    }
    return Optional.empty();
  }

  /** For each requirement how it holds. */
  List<String> reasons(Value.Mapping labels) {
    List<String> reasons = new ArrayList<>();
    for (Requirement requirement : requirements) {
      reasons.add(requirement.reason(labels));
    }
    return reasons;
  }

  /** Reads a selector; what is wrong with it goes to the problems. */
  static LabelSelector read(Value.Mapping selector, Problems problems) {
    List<Requirement> requirements = new ArrayList<>();
    for (Map.Entry<String, Value> label : selector.mapping("matchLabels").entries().entrySet()) {
      String value = label.getValue().asText().orElse("");
      requirements.add(new Requirement(label.getKey(), "In", List.of(value)));
    }
    for (Value item : selector.sequence("matchExpressions").items()) {
      if (item instanceof Value.Mapping expression) {
        requirements.add(readExpression(expression, problems));
      }
    }
    return new LabelSelector(requirements);
  }

  private static Requirement readExpression(Value.Mapping expression, Problems problems) {
    String operator = expression.findText("operator").orElse("");
    List<String> values = Texts.of(expression.sequence("values"));
    Optional<Value> at = expression.find("operator");
    if (at.isPresent() && !OPERATORS.contains(operator)) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "\"" + operator + "\" is no operator of a label selector",
          at.get(),
          NearestWord.help(operator, OPERATORS));
    } else if (at.isPresent() && operator.endsWith("In") == values.isEmpty()) {
      problems.add(
          Code.TEMPLATE_VALUE,
          operator + (values.isEmpty() ? " needs values" : " takes no values"),
          at.get(),
          values.isEmpty() ? "give them under values:" : "leave values: out");
    }
    return new Requirement(expression.findText("key").orElse(""), operator, values);
  }
}
