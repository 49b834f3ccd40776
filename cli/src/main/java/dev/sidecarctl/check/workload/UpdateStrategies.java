package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.List;

/** How the pods of a workload are replaced. */
final class UpdateStrategies {
  private static final String PERCENT =
      "a valid percent string must be a numeric string followed by an ending '%' (e.g. '1%',  or"
          + " '93%', regex used for validation is '[0-9]+%')";
  private static final int WHOLE = 100;
  private static final List<String> RETENTIONS = List.of("Retain", "Delete");

  private final Findings findings;

  UpdateStrategies(Findings findings) {
    this.findings = findings;
  }

  void deployment(Field strategy) {
    Field type = strategy.key("type");
    Field rolling = strategy.key("rollingUpdate");
    switch (type.text("RollingUpdate")) {
      case "Recreate" -> {
        if (rolling.isSet()) {
          findings.forbidden(rolling, "may not be specified when strategy `type` is 'Recreate'");
        }
      }
      case "RollingUpdate" -> {
        Field unavailable = rolling.key("maxUnavailable");
        Field surge = rolling.key("maxSurge");
        count(unavailable);
        count(surge);
        if (isZero(unavailable) && isZero(surge)) {
          findings.invalid(unavailable, "may not be 0 when `maxSurge` is 0");
        }
        notMoreThanAll(unavailable);
      }
      default -> findings.unsupported(strategy, List.of("Recreate", "RollingUpdate"));
    }
  }

  void daemonSet(Field strategy) {
    Field rolling = strategy.key("rollingUpdate");
    switch (strategy.key("type").text("RollingUpdate")) {
      case "OnDelete" -> {
        // Whatever else is said does not count.
      }
      case "RollingUpdate" -> {
        Field unavailable = rolling.key("maxUnavailable");
        Field surge = rolling.key("maxSurge");
        for (Field field : List.of(unavailable, surge)) {
          count(field);
          notMoreThanAll(field);
        }
        boolean anyUnavailable = !unavailable.isSet() || !isZero(unavailable);
        boolean anySurge = surge.isSet() && !isZero(surge);
        if (anyUnavailable && anySurge) {
          findings.invalid(surge, "may not be set when maxUnavailable is non-zero");
        } else if (!anyUnavailable && !anySurge) {
          findings.required(unavailable, "cannot be 0 when maxSurge is 0");
        }
      }
      default -> findings.unsupported(strategy, List.of("RollingUpdate", "OnDelete"));
    }
  }

  /**
   * Of a StatefulSet.
   *
   * @param several whether it may replace several pods at once; else that is dropped
   */
  void statefulSet(Field strategy, boolean several) {
    Field rolling = strategy.key("rollingUpdate");
    switch (strategy.key("type").text("RollingUpdate")) {
      case "OnDelete" -> {
        if (rolling.isSet()) {
          findings.invalid(rolling, "", "only allowed for updateStrategy 'RollingUpdate'");
        }
      }
      case "RollingUpdate" -> {
        if (rolling.key("partition").number(0) < 0) {
          findings.invalid(rolling.key("partition"), "must be greater than or equal to 0");
        }
        Field unavailable = rolling.key("maxUnavailable");
        if (several && unavailable.isSet()) {
          count(unavailable);
          if (isZero(unavailable)) {
            findings.invalid(unavailable, "cannot be 0");
          }
          notMoreThanAll(unavailable);
        }
      }
      default -> findings.invalid(strategy, "", "must be 'RollingUpdate' or 'OnDelete'");
    }
  }

  void retention(Field policy) {
    for (String key : List.of("whenDeleted", "whenScaled")) {
      Field word = policy.key(key);
      if (!word.text().isEmpty() && !RETENTIONS.contains(word.text())) {
        findings.unsupported(word, RETENTIONS);
      }
    }
  }

  /** A number that is not negative, or a percentage. */
  private void count(Field field) {
    if (field.isText() && !isPercent(field.text())) {
      findings.invalid(field, PERCENT);
    } else if (field.number(0) < 0) {
      findings.invalid(field, "must be greater than or equal to 0");
    }
  }

  private void notMoreThanAll(Field field) {
    if (isPercent(field.text()) && percent(field.text()) > WHOLE) {
      findings.invalid(field, "must not be greater than 100%");
    }
  }

  private static boolean isPercent(String text) {
    for (int i = 0; i < text.length() - 1; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return text.length() > 1 && text.endsWith("%");
  }

  private static long percent(String text) {
    return text.length() > 9 ? Integer.MAX_VALUE : Long.parseLong(text, 0, text.length() - 1, 10);
  }

  /** A text that is no percentage is read as a number, which gives 0 where it is none. */
  private static boolean isZero(Field field) {
    if (!field.isSet()) {
      return false;
    }
    return isPercent(field.text()) ? percent(field.text()) == 0 : field.number(0) == 0;
  }
}
