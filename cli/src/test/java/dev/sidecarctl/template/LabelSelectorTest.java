package dev.sidecarctl.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.kubernetes.Workload;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

/**
 * Random selectors, as a Kubernetes client's types say them, have the verdict on random labels that
 * the documentation of LabelSelectorRequirement asks for.
 */
class LabelSelectorTest {
  private static final int SELECTORS = 3000;
  private static final List<String> KEYS = List.of("app", "tier", "example.com/team");
  private static final List<String> VALUES = List.of("web", "db", "", "1");
  private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

  private final Random random = new Random(8);
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void hasTheVerdictOfItsTypedForm() {
    int selected = 0;
    for (int i = 0; i < SELECTORS; i++) {
      LabelSelector selector = selector();
      Map<String, String> labels = labels();
      boolean expected = selects(selector, labels);
      selected += expected ? 1 : 0;
      assertThat(verdict(selector, labels)).as(selector + " on " + labels).isEqualTo(expected);
    }
    assertThat(selected).isBetween(SELECTORS / 10, SELECTORS * 9 / 10);
  }

  private boolean verdict(LabelSelector selector, Map<String, String> labels) {
    Map<String, Object> written = new LinkedHashMap<>();
    written.put("matchLabels", selector.getMatchLabels());
    List<Object> expressions = new ArrayList<>();
    for (LabelSelectorRequirement requirement : selector.getMatchExpressions()) {
      Map<String, Object> expression = new LinkedHashMap<>();
      expression.put("key", requirement.getKey());
      expression.put("operator", requirement.getOperator());
      if (!requirement.getValues().isEmpty()) {
        expression.put("values", requirement.getValues());
      }
      expressions.add(expression);
    }
    written.put("matchExpressions", expressions);
    SidecarTemplate template =
        Given.template(
            "match: {labelSelector: "
                + json.writeValueAsString(written)
                + "}\ncontainers: [{name: a, image: busybox}]\n");
    Workload workload =
        Given.workload(
            "{apiVersion: v1, kind: Pod, metadata: {labels: "
                + json.writeValueAsString(labels)
                + "}, spec: {containers: [{name: a, image: busybox}]}}");
    return template.mismatch(workload, workload.pod(), "").isEmpty();
  }

  private static boolean selects(LabelSelector selector, Map<String, String> labels) {
    boolean all =
        selector.getMatchLabels().entrySet().stream()
            .allMatch(entry -> entry.getValue().equals(labels.get(entry.getKey())));
    for (LabelSelectorRequirement requirement : selector.getMatchExpressions()) {
      String value = labels.get(requirement.getKey());
      all &=
          switch (requirement.getOperator()) {
            case "In" -> value != null && requirement.getValues().contains(value);
            case "NotIn" -> value == null || !requirement.getValues().contains(value);
            case "Exists" -> value != null;
            default -> value == null;
          };
    }
    return all;
  }

  private LabelSelector selector() {
    Map<String, String> labels = random.nextBoolean() ? Map.of() : labels();
    List<LabelSelectorRequirement> requirements = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      String operator = any(OPERATORS);
      List<String> values = operator.endsWith("In") ? List.of(any(VALUES), any(VALUES)) : List.of();
      requirements.add(new LabelSelectorRequirement(any(KEYS), operator, values));
    }
    return new LabelSelector(requirements, labels);
  }

  private Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      labels.put(any(KEYS), any(VALUES));
    }
    return labels;
  }

  private String any(List<String> words) {
    return words.get(random.nextInt(words.size()));
  }
}
