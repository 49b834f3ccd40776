package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.List;

/** A Job's {@code successPolicy} ({@code validateSuccessPolicy}). */
final class SuccessPolicyCheck {
  private static final int MOST_RULES = 20;

  private final Findings findings;

  SuccessPolicyCheck(Findings findings) {
    this.findings = findings;
  }

  void check(Field spec, boolean indexed) {
    Field policy = spec.key("successPolicy");
    if (!indexed) {
      findings.invalid(policy, "", "requires indexed completion mode");
      return;
    }
    List<Field> rules = policy.items("rules");
    if (rules.isEmpty()) {
      findings.required(
          policy.key("rules"),
          "at least one rules must be specified when the successPolicy is specified");
    } else if (rules.size() > MOST_RULES) {
      findings.tooMany(policy.key("rules"), rules.size(), MOST_RULES);
    }
    for (Field rule : rules) {
      rule(rule, spec.key("completions").number(0));
    }
  }

  private void rule(Field rule, long completions) {
    Field count = rule.key("succeededCount");
    Field indexes = rule.key("succeededIndexes");
    if (!count.isSet() && !indexes.isSet()) {
      findings.required(
          rule, "at least one of succeededCount or succeededIndexes must be specified");
    }
    long total = Long.MAX_VALUE;
    if (indexes.isText()) {
      total = IndexRanges.count(indexes.text(), completions);
      if (total < 0) {
        findings.invalid(indexes, "error parsing succeededIndexes: no list of indexes and ranges");
      }
    }
    if (count.number(0) < 0) {
      findings.invalid(count, "must be greater than or equal to 0");
    }
    if (count.number(0) > completions) {
      findings.invalid(
          count,
          "must be less than or equal to "
              + completions
              + " (the number of specified completions)");
    }
    if (total >= 0 && count.number(0) > total) {
      findings.invalid(
          count,
          "must be less than or equal to "
              + total
              + " (the number of indexes in the specified succeededIndexes field)");
    }
  }
}
