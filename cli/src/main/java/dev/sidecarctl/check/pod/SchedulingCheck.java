package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.LabelNames;
import dev.sidecarctl.kubernetes.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a pod may run: tolerations, affinity, spreading, gates. */
final class SchedulingCheck {
  private static final int TOLERATION_COMPARES = 35;
  private static final int KEYS_MAY_REPEAT = 34;
  private static final int HIGHEST_WEIGHT = 100;
  private static final List<String> NODE_OPERATORS =
      List.of("In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt");
  private static final List<String> EFFECTS =
      List.of("NoSchedule", "PreferNoSchedule", "NoExecute");
  private static final List<String> UNSATISFIABLE = List.of("DoNotSchedule", "ScheduleAnyway");
  private static final List<String> NODE_POLICIES = List.of("Honor", "Ignore");
  private static final String REQUIRED = "requiredDuringSchedulingIgnoredDuringExecution";
  private static final String PREFERRED = "preferredDuringSchedulingIgnoredDuringExecution";
  private static final String POSITIVE = "must be greater than zero";

  private final PodContext pod;
  private final Findings findings;
  private final LabelsCheck labels;

  SchedulingCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
    this.labels = new LabelsCheck(pod.findings());
  }

  void check() {
    labels.labels(pod.spec().key("nodeSelector"));
    for (Field toleration : pod.spec().items("tolerations")) {
      toleration(toleration);
    }
    nodeAffinity(pod.spec().path("affinity", "nodeAffinity"));
    podAffinity(pod.spec().path("affinity", "podAffinity"));
    podAffinity(pod.spec().path("affinity", "podAntiAffinity"));
    spread(pod.spec().items("topologySpreadConstraints"));
    gates();
  }

  private void gates() {
    Set<String> seen = new HashSet<>();
    for (Field gate : pod.spec().items("schedulingGates")) {
      String name = gate.key("name").text();
      for (String reason : LabelNames.qualified(name)) {
        findings.invalid(gate, Findings.quoted(name), reason);
      }
      if (!seen.add(name)) {
        findings.duplicate(gate, Findings.quoted(name));
      }
    }
  }

  private void toleration(Field toleration) {
    Field key = toleration.key("key");
    Field operator = toleration.key("operator");
    Field value = toleration.key("value");
    Field effect = toleration.key("effect");
    if (!key.text().isEmpty()) {
      findings.invalid(key, LabelNames.labelKey(key.text()));
    } else if (!operator.says("Exists")) {
      findings.invalid(
          operator,
          "operator must be Exists when `key` is empty, which means \"match all values and all"
              + " keys\"");
    }
    if (toleration.key("tolerationSeconds").isSet() && !effect.says("NoExecute")) {
      findings.invalid(effect, "effect must be 'NoExecute' when `tolerationSeconds` is set");
    }
    switch (operator.text("Equal")) {
      case "Equal" -> {
        List<String> reasons = LabelNames.value(value.text());
        if (!reasons.isEmpty()) {
          findings.invalid(operator, Findings.quoted(value.text()), String.join(";", reasons));
        }
      }
      case "Exists" -> {
        if (!value.text().isEmpty()) {
          findings.invalid(
              operator,
              Findings.quoted(value.text()),
              "value must be empty when `operator` is 'Exists'");
        }
      }
      default ->
          findings.unsupported(
              operator,
              pod.since(TOLERATION_COMPARES)
                  ? List.of("Equal", "Exists", "Lt", "Gt")
                  : List.of("Equal", "Exists"));
    }
    if (!effect.text().isEmpty() && !EFFECTS.contains(effect.text())) {
      findings.unsupported(effect, EFFECTS);
    }
  }

  private void nodeAffinity(Field affinity) {
    Field required = affinity.key(REQUIRED);
    if (required.isSet()) {
      if (required.items("nodeSelectorTerms").isEmpty()) {
        findings.required(
            required.key("nodeSelectorTerms"), "must have at least one node selector term");
      }
      for (Field term : required.items("nodeSelectorTerms")) {
        nodeTerm(term);
      }
    }
    for (Field preferred : affinity.items(PREFERRED)) {
      weight(preferred.key("weight"));
      nodeTerm(preferred.key("preference"));
    }
  }

  private void nodeTerm(Field term) {
    for (Field expression : term.items("matchExpressions")) {
      labels.expression(expression, NODE_OPERATORS);
    }
    for (Field field : term.items("matchFields")) {
      nodeField(field);
    }
  }

  private void nodeField(Field field) {
    Field operator = field.key("operator");
    Field values = field.key("values");
    if (!operator.says("In") && !operator.says("NotIn")) {
      findings.invalid(operator, "not a valid selector operator");
    } else if (values.items().size() != 1) {
      findings.required(
          values,
          "must be only one value when `operator` is 'In' or 'NotIn' for node field selector");
    }
    if (!field.key("key").says("metadata.name")) {
      findings.invalid(field.key("key"), "not a valid field selector key");
    } else {
      for (Field value : values.items()) {
        findings.invalid(value, Names.subdomain(value.text()));
      }
    }
  }

  private void weight(Field weight) {
    if (weight.number(0) <= 0 || weight.number(0) > HIGHEST_WEIGHT) {
      findings.invalid(
          weight, weight.isSet() ? weight.scalarText() : "0", "must be in the range 1-100");
    }
  }

  private void podAffinity(Field affinity) {
    for (Field term : affinity.items(REQUIRED)) {
      podTerm(term);
    }
    for (Field preferred : affinity.items(PREFERRED)) {
      weight(preferred.key("weight"));
      podTerm(preferred.key("podAffinityTerm"));
    }
  }

  private void podTerm(Field term) {
    labels.selector(term.key("labelSelector"));
    labels.selector(term.key("namespaceSelector"));
    for (Field namespace : term.items("namespaces")) {
      findings.invalid(namespace, Names.label(namespace.text()));
    }
    topologyKey(term.key("topologyKey"));
    for (String key : List.of("matchLabelKeys", "mismatchLabelKeys")) {
      if (!term.items(key).isEmpty() && !term.key("labelSelector").isSet()) {
        findings.forbidden(term.key(key), "must not be specified when labelSelector is not set");
      }
      for (Field name : term.items(key)) {
        findings.invalid(name, LabelNames.labelKey(name.text()));
      }
    }
  }

  private void topologyKey(Field key) {
    if (key.isEmpty()) {
      findings.required(key, "can not be empty");
    }
    if (key.isText() || !key.isSet()) {
      findings.invalid(key, LabelNames.labelKey(key.text()));
    }
  }

  private void spread(List<Field> constraints) {
    for (int i = 0; i < constraints.size(); i++) {
      Field constraint = constraints.get(i);
      if (constraint.key("maxSkew").number(0) <= 0) {
        Field skew = constraint.key("maxSkew");
        findings.invalid(skew, skew.isSet() ? skew.scalarText() : "0", POSITIVE);
      }
      if (constraint.key("topologyKey").isEmpty()) {
        findings.required(constraint.key("topologyKey"), "can not be empty");
      }
      word(constraint.key("whenUnsatisfiable"), UNSATISFIABLE, true);
      repeated(constraint, constraints.subList(i + 1, constraints.size()));
      minDomains(constraint);
      word(constraint.key("nodeAffinityPolicy"), NODE_POLICIES, false);
      word(constraint.key("nodeTaintsPolicy"), NODE_POLICIES, false);
      matchLabelKeys(constraint);
      labels.selector(constraint.key("labelSelector"));
    }
  }

  private void word(Field field, List<String> words, boolean needed) {
    boolean left = field.isEmpty() && !needed;
    if (!left && (field.isText() || !field.isSet()) && !words.contains(field.text())) {
      findings.unsupported(field, words);
    }
  }

  private void repeated(Field constraint, List<Field> further) {
    String key = constraint.key("topologyKey").text();
    String when = constraint.key("whenUnsatisfiable").text();
    for (Field other : further) {
      if (other.key("topologyKey").text().equals(key)
          && other.key("whenUnsatisfiable").text().equals(when)) {
        findings.duplicate(
            constraint.key("{topologyKey, whenUnsatisfiable}"), "{" + key + ", " + when + "}");
        return;
      }
    }
  }

  private void minDomains(Field constraint) {
    Field domains = constraint.key("minDomains");
    if (!domains.isSet()) {
      return;
    }
    if (domains.number(1) <= 0) {
      findings.invalid(domains, POSITIVE);
    }
    Field when = constraint.key("whenUnsatisfiable");
    if (!when.says("DoNotSchedule")) {
      findings.invalid(
          domains,
          "can only use minDomains if whenUnsatisfiable=DoNotSchedule, not " + when.text());
    }
  }

  private void matchLabelKeys(Field constraint) {
    Field selector = constraint.key("labelSelector");
    List<Field> keys = constraint.items("matchLabelKeys");
    if (!keys.isEmpty() && !selector.isSet()) {
      findings.forbidden(
          constraint.key("matchLabelKeys"), "must not be specified when labelSelector is not set");
    }
    for (Field key : keys) {
      findings.invalid(key, LabelNames.labelKey(key.text()));
      if (!pod.since(KEYS_MAY_REPEAT)
          && selector.key("matchLabels").entry(key.text()).isWritten()) {
        findings.invalid(key, "exists in both matchLabelKeys and labelSelector");
      }
    }
  }
}
