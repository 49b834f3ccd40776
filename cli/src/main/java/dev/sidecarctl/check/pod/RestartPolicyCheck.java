package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.List;

/**
 * {@code restartPolicy} and {@code restartPolicyRules} of single containers: on init containers
 * {@code Always} since native sidecars, everything on all of them since 1.35. What 1.34 drops
 * without a word, {@link FeatureCheck} tells.
 */
final class RestartPolicyCheck {
  private static final int RULES_KNOWN = 34;
  private static final int RULES_ON = 35;
  private static final int RESTART_ALL = 36;
  private static final int MOST_RULES = 20;
  private static final int MOST_CODES = 255;
  private static final List<String> POLICIES = List.of("Always", "Never", "OnFailure");

  private final PodContext pod;
  private final Findings findings;

  RestartPolicyCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void regular(Field container) {
    Field policy = container.key("restartPolicy");
    if (pod.since(RULES_ON)) {
      policyAndRules(container, policy);
    } else if (!pod.since(RULES_KNOWN) && policy.isSet()) {
      findings.forbidden(policy, "may not be set for non-init containers");
    }
  }

  void init(Field container) {
    Field policy = container.key("restartPolicy");
    if (pod.since(RULES_ON)) {
      if (!container.items("restartPolicyRules").isEmpty() && !policy.isSet()) {
        findings.required(policy, "must specify restartPolicy when restart rules are used");
      } else if (policy.says("Always") && !pod.since(RESTART_ALL)) {
        if (!container.items("restartPolicyRules").isEmpty()) {
          findings.forbidden(
              container.key("restartPolicyRules"),
              "restartPolicyRules are not allowed for init containers with restart policy Always");
        }
      } else {
        policyAndRules(container, policy);
      }
    } else if (!pod.since(RULES_KNOWN) && policy.isText() && !policy.says("Always")) {
      findings.unsupported(policy, List.of("Always"));
    }
  }

  private void policyAndRules(Field container, Field policy) {
    Field rules = container.key("restartPolicyRules");
    if (policy.isText() && !POLICIES.contains(policy.text())) {
      findings.unsupported(policy, POLICIES);
    }
    if (rules.items().isEmpty()) {
      return;
    }
    if (!policy.isSet()) {
      findings.required(policy, "must specify restartPolicy when restart rules are used");
    }
    if (rules.items().size() > MOST_RULES) {
      findings.tooMany(rules, rules.items().size(), MOST_RULES);
    }
    for (Field rule : rules.items()) {
      rule(rule);
    }
  }

  private void word(Field field, List<String> words) {
    if ((field.isText() || !field.isSet()) && !words.contains(field.text())) {
      findings.unsupported(field, words);
    }
  }

  private void rule(Field rule) {
    List<String> actions =
        pod.since(RESTART_ALL) ? List.of("Restart", "RestartAllContainers") : List.of("Restart");
    word(rule.key("action"), actions);
    Field codes = rule.key("exitCodes");
    if (!codes.isSet()) {
      findings.required(codes, "must be specified");
      return;
    }
    word(codes.key("operator"), List.of("In", "NotIn"));
    int count = codes.items("values").size();
    if (count > MOST_CODES) {
      findings.tooMany(codes.key("values"), count, MOST_CODES);
    }
  }
}
