package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.kubernetes.LabelNames;
import java.util.List;

/** Whether a LabelSelector selects labels ({@code apimachinery/pkg/labels}). */
final class SelectorMatch {
  private SelectorMatch() {}

  /** Whether it can be read at all: what its operators need is there. */
  static boolean isReadable(Field selector) {
    for (Field label : selector.key("matchLabels").entries()) {
      if (!isLabel(label.name(), List.of(label))) {
        return false;
      }
    }
    for (Field expression : selector.items("matchExpressions")) {
      int values = expression.items("values").size();
      boolean fits =
          switch (expression.key("operator").text()) {
            case "In", "NotIn" -> values > 0;
            case "Exists", "DoesNotExist" -> values == 0;
            default -> false;
          };
      if (!fits || !isLabel(expression.key("key").text(), expression.items("values"))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLabel(String key, List<Field> values) {
    for (Field value : values) {
      if (!LabelNames.value(value.text()).isEmpty()) {
        return false;
      }
    }
    return LabelNames.labelKey(key).isEmpty();
  }

  static boolean matches(Field selector, Field labels) {
    for (Field label : selector.key("matchLabels").entries()) {
      Field present = labels.entry(label.name());
      if (!present.isWritten() || !present.scalarText().equals(label.scalarText())) {
        return false;
      }
    }
    for (Field expression : selector.items("matchExpressions")) {
      if (!matchesExpression(expression, labels)) {
        return false;
      }
    }
    return true;
  }

  private static boolean matchesExpression(Field expression, Field labels) {
    Field label = labels.entry(expression.key("key").text());
    boolean there = label.isWritten();
    boolean listed = false;
    List<Field> values = expression.items("values");
    for (Field value : values) {
      listed |= there && value.scalarText().equals(label.scalarText());
    }
    return switch (expression.key("operator").text()) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      case "Exists" -> there;
      default -> !there;
    };
  }
}
