package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.LabelNames;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A Job's {@code podFailurePolicy} ({@code validatePodFailurePolicy}). */
final class FailurePolicyCheck {
  private static final int MOST_RULES = 20;
  private static final int MOST_CODES = 255;
  private static final List<String> ACTIONS = List.of("Count", "FailIndex", "FailJob", "Ignore");
  private static final List<String> OPERATORS = List.of("In", "NotIn");
  private static final List<String> STATUSES = List.of("False", "True", "Unknown");

  private final Findings findings;

  FailurePolicyCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Field spec) {
    Field rules = spec.path("podFailurePolicy", "rules");
    if (rules.items().size() > MOST_RULES) {
      findings.tooMany(rules, rules.items().size(), MOST_RULES);
    }
    Set<String> containers = new HashSet<>();
    for (String list : List.of("containers", "initContainers")) {
      for (Field container : spec.path("template", "spec").items(list)) {
        containers.add(container.key("name").text());
      }
    }
    for (Field rule : rules.items()) {
      rule(rule, spec, containers);
    }
  }

  private void rule(Field rule, Field spec, Set<String> containers) {
    Field action = rule.key("action");
    if (action.says("FailIndex")) {
      if (!spec.key("backoffLimitPerIndex").isSet()) {
        findings.invalid(action, "requires the backoffLimitPerIndex to be set");
      }
    } else {
      word(action, ACTIONS);
    }
    Field codes = rule.key("onExitCodes");
    List<Field> conditions = rule.items("onPodConditions");
    if (codes.isSet()) {
      exitCodes(codes, containers);
    }
    if (conditions.size() > MOST_RULES) {
      findings.tooMany(rule.key("onPodConditions"), conditions.size(), MOST_RULES);
    }
    for (Field condition : conditions) {
      findings.invalid(condition.key("type"), LabelNames.qualified(condition.key("type").text()));
      if (condition.key("status").isSet()) {
        word(condition.key("status"), STATUSES);
      }
    }
    if (codes.isSet() == !conditions.isEmpty()) {
      findings.invalid(
          rule,
          "",
          codes.isSet()
              ? "specifying both OnExitCodes and OnPodConditions is not supported"
              : "specifying one of OnExitCodes and OnPodConditions is required");
    }
  }

  private void word(Field field, List<String> words) {
    if (field.isEmpty()) {
      findings.required(field, "valid values: " + quoted(words));
    } else if (field.isText() && !words.contains(field.text())) {
      findings.unsupported(field, words);
    }
  }

  private static String quoted(List<String> words) {
    StringBuilder text = new StringBuilder("[");
    for (String word : words) {
      text.append(text.length() == 1 ? "" : " ").append(Findings.quoted(word));
    }
    return text.append(']').toString();
  }

  private void exitCodes(Field codes, Set<String> containers) {
    word(codes.key("operator"), OPERATORS);
    Field container = codes.key("containerName");
    if (container.isText() && !containers.contains(container.text())) {
      findings.invalid(
          container, "must be one of the container or initContainer names in the pod template");
    }
    Field values = codes.key("values");
    List<Field> items = values.items();
    if (items.isEmpty()) {
      findings.invalid(values, "[]", "at least one value is required");
    } else if (items.size() > MOST_CODES) {
      findings.tooMany(values, items.size(), MOST_CODES);
    }
    Set<Long> seen = new HashSet<>();
    boolean ordered = true;
    long before = Long.MIN_VALUE;
    for (Field item : items) {
      long code = item.number(0);
      if (code == 0 && codes.key("operator").says("In")) {
        findings.invalid(item, "must not be 0 for the In operator");
      }
      if (!seen.add(code)) {
        findings.duplicate(item, Long.toString(code));
      }
      ordered &= before <= code;
      before = code;
    }
    if (!ordered) {
      findings.invalid(values, "", "must be ordered");
    }
  }
}
