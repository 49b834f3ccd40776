package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.pod.LabelsCheck;
import dev.sidecarctl.kubernetes.LabelNames;
import dev.sidecarctl.kubernetes.Names;
import dev.sidecarctl.yaml.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Jobs and CronJobs ({@code pkg/apis/batch/validation}). */
final class JobCheck {
  private static final String NOT_NEGATIVE = "must be greater than or equal to 0";
  private static final int MOST_INDEXES = 100_000;
  private static final int MOST_PARALLEL = 10_000;
  private static final List<String> CONCURRENCY = List.of("Allow", "Forbid", "Replace");
  private static final List<String> REPLACEMENTS = List.of("Failed", "TerminatingOrFailed");

  private static final List<String> JOB_NAME = List.of("job-name", "batch.kubernetes.io/job-name");
  private static final List<String> CONTROLLER =
      List.of("controller-uid", "batch.kubernetes.io/controller-uid");

  /** Stands for the identifier that an API server makes up. */
  private static final String MADE_UP = "<the uid of the Job>";

  private final Findings findings;

  JobCheck(Findings findings) {
    this.findings = findings;
  }

  void job(Field job) {
    Field spec = job.key("spec");
    spec(spec);
    Field name = job.path("metadata", "name");
    selector(spec, name);
    Field completions = spec.key("completions");
    if (isIndexed(spec) && completions.number(0) > 0 && !name.text().isEmpty()) {
      String last = name.text() + "-" + (completions.number(0) - 1);
      if (!Names.label(last).isEmpty()) {
        findings.invalid(name, "will not able to create pod with invalid DNS label: " + last);
      }
    }
  }

  /** If not said otherwise, an API server makes the selector, and a label of the job's name. */
  private void selector(Field spec, Field name) {
    Field selector = spec.key("selector");
    Field labels = spec.path("template", "metadata", "labels");
    if (spec.key("manualSelector").isTrue()) {
      if (!selector.isSet()) {
        findings.required(selector);
        findings.invalid(labels, "", "`selector` does not match template `labels`");
        return;
      }
      new LabelsCheck(findings).selector(selector);
      if (SelectorMatch.isReadable(selector) && !SelectorMatch.matches(selector, labels)) {
        findings.invalid(labels, "", "`selector` does not match template `labels`");
      }
      return;
    }
    if (name.isText()) {
      generated(selector, labels, name);
    }
  }

  /**
   * An API server labels the pods with the names of the Job and of what it is to the server, and
   * puts that into the selector. Whoever says more gets no Job.
   */
  private void generated(Field selector, Field labels, Field name) {
    Map<String, Value> expected = new LinkedHashMap<>();
    for (String key : JOB_NAME) {
      expected.put(key, Value.text(name.text()));
    }
    for (String key : CONTROLLER) {
      expected.put(key, Value.text(MADE_UP));
    }
    Field madeUp = Field.root(Value.Mapping.of(expected));
    if (selector.isSet()) {
      new LabelsCheck(findings).selector(selector);
      if (SelectorMatch.isReadable(selector) && !SelectorMatch.matches(selector, madeUp)) {
        findings.invalid(selector, "", "`selector` not auto-generated");
      }
    }
    for (String key : expected.keySet()) {
      Field label = labels.entry(key);
      String due = madeUp.entry(key).text();
      if (label.isWritten() && !label.scalarText().equals(due)) {
        findings.invalid(label, "must be '" + due + "'");
      }
    }
    if (Names.subdomain(name.text()).isEmpty()) {
      for (String reason : LabelNames.value(name.text())) {
        findings.invalid(labels, Findings.quoted(name.text()), reason);
      }
    }
  }

  void cronJob(Field cronJob) {
    Field spec = cronJob.key("spec");
    Field schedule = spec.key("schedule");
    if (schedule.isEmpty()) {
      findings.required(schedule);
    } else if (schedule.isText()) {
      CronSchedule.problem(schedule.text())
          .ifPresent(problem -> findings.invalid(schedule, problem));
      if (schedule.text().contains("TZ")) {
        findings.invalid(
            schedule, "cannot use TZ or CRON_TZ in schedule, use timeZone field instead");
      }
    }
    notNegative(
        spec, "startingDeadlineSeconds", "successfulJobsHistoryLimit", "failedJobsHistoryLimit");
    timeZone(spec.key("timeZone"));
    Field concurrency = spec.key("concurrencyPolicy");
    if (!concurrency.text().isEmpty() && !CONCURRENCY.contains(concurrency.text())) {
      findings.unsupported(concurrency, CONCURRENCY);
    }
    Field jobSpec = spec.path("jobTemplate", "spec");
    spec(jobSpec);
    if (jobSpec.key("selector").isSet()) {
      findings.invalid(jobSpec.key("selector"), "", "`selector` will be auto-generated");
    }
    if (jobSpec.key("manualSelector").isTrue()) {
      findings.unsupported(jobSpec.key("manualSelector"), List.of("nil", "false"));
    }
  }

  private void timeZone(Field zone) {
    if (!zone.isText()) {
      return;
    }
    if (zone.text().isEmpty()) {
      findings.invalid(zone, "timeZone must be nil or non-empty string");
    } else if (zone.text().equalsIgnoreCase("Local")) {
      findings.invalid(
          zone,
          "timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones");
    } else if (!TimeZones.isKnown(zone.text())) {
      findings.invalid(zone, "unknown time zone " + zone.text());
    }
  }

  private void notNegative(Field spec, String... keys) {
    for (String key : keys) {
      if (spec.key(key).number(0) < 0) {
        findings.invalid(spec.key(key), NOT_NEGATIVE);
      }
    }
  }

  private static boolean isIndexed(Field spec) {
    return spec.key("completionMode").says("Indexed");
  }

  private void spec(Field spec) {
    notNegative(
        spec,
        "parallelism",
        "completions",
        "activeDeadlineSeconds",
        "backoffLimit",
        "ttlSecondsAfterFinished",
        "backoffLimitPerIndex",
        "maxFailedIndexes");
    if (spec.key("maxFailedIndexes").isSet() && !spec.key("backoffLimitPerIndex").isSet()) {
      findings.required(spec.key("backoffLimitPerIndex"), "when maxFailedIndexes is specified");
    }
    Field mode = spec.key("completionMode");
    if (mode.isText() && !List.of("NonIndexed", "Indexed").contains(mode.text())) {
      findings.unsupported(mode, List.of("NonIndexed", "Indexed"));
    }
    if (isIndexed(spec)) {
      indexed(spec);
    } else if (!mode.isSet() || mode.says("NonIndexed")) {
      for (String key : List.of("backoffLimitPerIndex", "maxFailedIndexes")) {
        if (spec.key(key).isSet()) {
          findings.invalid(spec.key(key), "requires indexed completion mode");
        }
      }
    }
    if (spec.key("podFailurePolicy").isSet()) {
      new FailurePolicyCheck(findings).check(spec);
    }
    if (spec.key("successPolicy").isSet()) {
      new SuccessPolicyCheck(findings).check(spec, isIndexed(spec));
    }
    Field manager = spec.key("managedBy");
    if (manager.isText() && !isDomainPrefixed(manager.text())) {
      findings.invalid(manager, "must be a domain-prefixed path (such as \"acme.io/foo\")");
    }
    replacement(spec);
    restartPolicy(spec);
  }

  private void indexed(Field spec) {
    Field completions = spec.key("completions");
    Field parallelism = spec.key("parallelism");
    Field failed = spec.key("maxFailedIndexes");
    if (!completions.isSet() && parallelism.isSet()) {
      findings.required(completions, "when completion mode is Indexed");
    }
    if (parallelism.number(0) > MOST_INDEXES) {
      findings.invalid(
          parallelism,
          "must be less than or equal to " + MOST_INDEXES + " when completion mode is Indexed");
    }
    if (completions.isSet() && failed.number(0) > completions.number(0)) {
      findings.invalid(failed, "must be less than or equal to completions");
    }
    if (failed.number(0) > MOST_INDEXES) {
      findings.invalid(failed, "must be less than or equal to " + MOST_INDEXES);
    }
    if (completions.number(0) > MOST_INDEXES && spec.key("backoffLimitPerIndex").isSet()) {
      if (!failed.isSet()) {
        findings.required(failed, "must be specified when completions is above " + MOST_INDEXES);
      }
      for (Field field : List.of(parallelism, failed)) {
        if (field.number(0) > MOST_PARALLEL) {
          findings.invalid(
              field,
              "must be less than or equal to "
                  + MOST_PARALLEL
                  + " when completions are above "
                  + MOST_INDEXES
                  + " and used with backoff limit per index");
        }
      }
    }
  }

  private static boolean isDomainPrefixed(String text) {
    int slash = text.indexOf('/');
    return slash > 0
        && slash < text.length() - 1
        && Names.subdomain(text.substring(0, slash)).isEmpty();
  }

  private void replacement(Field spec) {
    Field policy = spec.key("podReplacementPolicy");
    List<String> words =
        spec.key("podFailurePolicy").isSet() ? REPLACEMENTS.subList(0, 1) : REPLACEMENTS;
    if (policy.isText() && !words.contains(policy.text())) {
      findings.unsupported(policy, words);
    }
  }

  private void restartPolicy(Field spec) {
    Field restart = spec.path("template", "spec", "restartPolicy");
    switch (restart.text("Always")) {
      case "Always" -> findings.required(restart, "valid values: \"OnFailure\", \"Never\"");
      case "OnFailure" -> {
        if (spec.key("podFailurePolicy").isSet()) {
          findings.invalid(
              restart, "only \"Never\" is supported when podFailurePolicy is specified");
        }
      }
      case "Never" -> {
        // Fine.
      }
      default -> findings.unsupported(restart, List.of("OnFailure", "Never"));
    }
  }
}
