package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.LabelNames;
import java.util.List;
import java.util.Locale;

/** Labels, annotations and selectors, wherever they stand ({@code ValidateLabels} and its like). */
public final class LabelsCheck {
  private static final int MOST_ANNOTATION_BYTES = 262144;
  private static final List<String> OPERATORS = List.of("In", "NotIn", "Exists", "DoesNotExist");

  private final Findings findings;

  /**
   * @param findings where everything goes
   */
  public LabelsCheck(Findings findings) {
    this.findings = findings;
  }

  /** A mapping of labels, or of labels that are sought. */
  public void labels(Field labels) {
    for (Field label : labels.entries()) {
      key(label, LabelNames.labelKey(label.name()));
      if (label.isText()) {
        findings.invalid(label.named(""), LabelNames.value(label.text()));
      }
    }
  }

  /** Annotations: any text, but not too much of it all together. */
  public void annotations(Field annotations) {
    long bytes = 0;
    for (Field annotation : annotations.entries()) {
      key(annotation, LabelNames.qualified(annotation.name().toLowerCase(Locale.ROOT)));
      bytes += utf8(annotation.name()) + utf8(annotation.text());
    }
    if (bytes > MOST_ANNOTATION_BYTES) {
      findings.tooLong(annotations, "may not be more than " + MOST_ANNOTATION_BYTES + " bytes");
    }
  }

  private static int utf8(String text) {
    int bytes = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      // Half of a pair of surrogates is half of four bytes.
      bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
    }
    return bytes;
  }

  /** The path is that of the mapping, the place that of the key. */
  private void key(Field entry, List<String> reasons) {
    for (String reason : reasons) {
      findings.invalidKey(entry, reason);
    }
  }

  /** A selector of labels ({@code ValidateLabelSelector}). */
  public void selector(Field selector) {
    labels(selector.key("matchLabels"));
    for (Field expression : selector.items("matchExpressions")) {
      expression(expression, OPERATORS);
      for (Field value : expression.items("values")) {
        if (value.isText()) {
          findings.invalid(value, LabelNames.value(value.text()));
        }
      }
    }
  }

  /**
   * One condition on a label.
   *
   * @param operators that there are
   */
  void expression(Field expression, List<String> operators) {
    Field operator = expression.key("operator");
    Field values = expression.key("values");
    int count = values.items().size();
    switch (operators.contains(operator.text()) ? operator.text() : "") {
      case "In", "NotIn" -> {
        if (count == 0) {
          findings.required(values, "must be specified when `operator` is 'In' or 'NotIn'");
        }
      }
      case "Exists", "DoesNotExist" -> {
        if (count > 0) {
          findings.forbidden(
              values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
        }
      }
      case "Gt", "Lt" -> {
        if (count != 1) {
          findings.required(
              values, "must be specified single value when `operator` is 'Lt' or 'Gt'");
        }
      }
      default -> {
        if (operator.isText() || !operator.isSet()) {
          findings.invalid(operator, "not a valid selector operator");
        }
      }
    }
    Field key = expression.key("key");
    if (key.isText() || !key.isSet()) {
      findings.invalid(key, LabelNames.labelKey(key.text()));
    }
  }
}
