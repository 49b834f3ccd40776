package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Names;
import java.util.List;

/** Probes and lifecycle hooks, and the handlers that both have ({@code validateProbe}). */
final class ProbeCheck {
  private static final int SLEEP_ZERO = 33;
  private static final String NOT_NEGATIVE = "must be greater than or equal to 0";
  private static final List<String> NUMBERS =
      List.of(
          "initialDelaySeconds",
          "timeoutSeconds",
          "periodSeconds",
          "successThreshold",
          "failureThreshold");
  private static final String GRACE = "terminationGracePeriodSeconds";
  private static final List<String> SCHEMES = List.of("HTTP", "HTTPS");
  private static final List<String> PROBE_HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "grpc");
  private static final List<String> HOOK_HANDLERS =
      List.of("exec", "httpGet", "tcpSocket", "sleep");

  private final PodContext pod;
  private final Findings findings;

  ProbeCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void liveness(Field probe) {
    probe(probe);
    onceSuccessful(probe);
  }

  void startup(Field probe) {
    probe(probe);
    onceSuccessful(probe);
  }

  void readiness(Field probe) {
    probe(probe);
    if (probe.key(GRACE).isSet()) {
      findings.invalid(probe.key(GRACE), "must not be set for readinessProbes");
    }
  }

  void lifecycle(Field lifecycle) {
    for (String hook : List.of("postStart", "preStop")) {
      Field field = lifecycle.key(hook);
      if (field.isSet()) {
        handlers(field, HOOK_HANDLERS);
      }
    }
  }

  private void onceSuccessful(Field probe) {
    Field threshold = probe.key("successThreshold");
    if (threshold.number(0) != 0 && threshold.number(1) != 1) {
      findings.invalid(threshold, "must be 1");
    }
  }

  private void probe(Field probe) {
    if (!probe.isSet()) {
      return;
    }
    handlers(probe, PROBE_HANDLERS);
    for (String key : NUMBERS) {
      if (probe.key(key).number(0) < 0) {
        findings.invalid(probe.key(key), NOT_NEGATIVE);
      }
    }
    if (probe.key(GRACE).number(1) <= 0) {
      findings.invalid(probe.key(GRACE), "must be greater than 0");
    }
  }

  /** The first handler stays, each further one is too many. */
  private void handlers(Field holder, List<String> known) {
    boolean any = false;
    for (String name : known) {
      Field handler = holder.key(name);
      if (!handler.isSet()) {
        continue;
      }
      if (any) {
        findings.forbidden(handler, "may not specify more than 1 handler type");
        continue;
      }
      any = true;
      switch (name) {
        case "exec" -> exec(handler);
        case "httpGet" -> httpGet(handler);
        case "tcpSocket" -> port(handler.key("port"));
        case "grpc" -> grpc(handler.key("port"));
        default -> sleep(handler);
      }
    }
    if (!any) {
      findings.required(holder, "must specify a handler type");
    }
  }

  private void exec(Field exec) {
    if (exec.items("command").isEmpty()) {
      findings.required(exec.key("command"));
    }
  }

  private void httpGet(Field get) {
    port(get.key("port"));
    Field scheme = get.key("scheme");
    if (!scheme.text().isEmpty() && !SCHEMES.contains(scheme.text())) {
      findings.unsupported(scheme, SCHEMES);
    }
    for (Field header : get.items("httpHeaders")) {
      for (String reason : Names.httpHeader(header.key("name").text())) {
        findings.invalid(header, Findings.quoted(header.key("name").text()), reason);
      }
    }
  }

  /** A number, or the name of one. */
  private void port(Field port) {
    if (port.isText()) {
      findings.invalid(port, Names.port(port.text()));
    } else if (!port.isSet()) {
      findings.invalid(port, "0", PortCheck.RANGE);
    } else {
      grpc(port);
    }
  }

  private void grpc(Field port) {
    if (!port.isSet()) {
      findings.invalid(port, "0", PortCheck.RANGE);
    } else if (port.number().isPresent() && !PortCheck.isPort(port.number(0))) {
      findings.invalid(port, PortCheck.RANGE);
    }
  }

  private void sleep(Field sleep) {
    long seconds = sleep.key("seconds").number(0);
    boolean zero = pod.since(SLEEP_ZERO);
    if (seconds < (zero ? 0 : 1) || seconds > pod.grace()) {
      findings.invalid(
          sleep,
          Long.toString(seconds),
          (zero ? "must be non-negative" : "must be greater than 0")
              + " and less than terminationGracePeriodSeconds ("
              + pod.grace()
              + ")");
    }
  }
}
