package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ports of containers ({@code validateContainerPorts}, {@code checkHostPortConflicts}). */
final class PortCheck {
  static final String RANGE = "must be between 1 and 65535, inclusive";
  private static final int HIGHEST = 65535;
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");

  private final PodContext pod;
  private final Findings findings;

  PortCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void container(Field container) {
    Set<String> names = new HashSet<>();
    for (Field port : container.items("ports")) {
      Field name = port.key("name");
      if (!name.text().isEmpty()) {
        List<String> reasons = Names.port(name.text());
        findings.invalid(name, reasons);
        if (reasons.isEmpty() && !names.add(name.text())) {
          findings.duplicate(name, Findings.quoted(name.text()));
        }
      }
      Field number = port.key("containerPort");
      if (!number.isSet() || number.number(1) == 0) {
        findings.required(number);
      } else {
        range(number);
      }
      if (port.key("hostPort").number(0) != 0) {
        range(port.key("hostPort"));
      }
      Field protocol = port.key("protocol");
      if (!protocol.text().isEmpty() && !PROTOCOLS.contains(protocol.text())) {
        findings.unsupported(protocol, PROTOCOLS);
      }
    }
  }

  private void range(Field number) {
    if (number.number().isPresent() && !isPort(number.number(0))) {
      findings.invalid(number, RANGE);
    }
  }

  static boolean isPort(long number) {
    return number >= 1 && number <= HIGHEST;
  }

  /** A port of the host can be had once. */
  void hostPorts() {
    Map<String, Field> taken = new HashMap<>();
    for (Field container : pod.spec().items("containers")) {
      unique(container, taken);
      matchingHostNetwork(container);
    }
    for (Field container : pod.spec().items("initContainers")) {
      unique(container, new HashMap<>());
    }
    nativeSidecars(taken);
    podsOfTemplate();
  }

  private void unique(Field container, Map<String, Field> taken) {
    for (Field port : container.items("ports")) {
      long number = hostPort(port);
      if (number != 0) {
        String key = key(port, number);
        Field hostPort = port.key("hostPort");
        if (taken.putIfAbsent(key, hostPort) != null) {
          findings.duplicate(hostPort, Findings.quoted(key));
        }
      }
    }
  }

  /** In a Pod, but not in a template, it is that of the container where the host's network is. */
  private long hostPort(Field port) {
    boolean defaulted = pod.isPod() && pod.hostNetwork() && port.key("hostPort").number(0) == 0;
    return port.key(defaulted ? "containerPort" : "hostPort").number(0);
  }

  private static String key(Field port, long number) {
    return port.key("protocol").text("TCP") + "/" + port.key("hostIP").text() + "/" + number;
  }

  private void matchingHostNetwork(Field container) {
    if (pod.hostNetwork()) {
      for (Field port : container.items("ports")) {
        long number = port.key("hostPort").number(0);
        if (number != 0 && number != port.key("containerPort").number(0)) {
          findings.invalid(
              port.key("hostPort"), "must match `containerPort` when `hostNetwork` is true");
        }
      }
    }
  }

  /** An API server looks at each init container alone; but native sidecars run beside the rest. */
  private void nativeSidecars(Map<String, Field> taken) {
    for (Field container : pod.spec().items("initContainers")) {
      if (!PodContext.isNativeSidecar(container)) {
        continue;
      }
      Set<String> own = new HashSet<>();
      for (Field port : container.items("ports")) {
        long number = port.key("hostPort").number(0);
        String key = key(port, number);
        if (number != 0 && own.add(key)) {
          Field before = taken.putIfAbsent(key, port.key("hostPort"));
          if (before != null) {
            findings.failsLater(
                port.key("hostPort"),
                key + " of the host is taken by " + before.path() + ": no node can run this pod",
                "a native sidecar runs beside the containers: give it another hostPort");
          }
        }
      }
    }
  }

  /**
   * In the pods of a template on the host's network each port becomes one of the host; an API
   * server takes the template and refuses its pods.
   */
  private void podsOfTemplate() {
    if (pod.isPod() || !pod.hostNetwork()) {
      return;
    }
    Map<String, Field> taken = new HashMap<>();
    for (Field container : pod.spec().items("containers")) {
      for (Field port : container.items("ports")) {
        long number = port.key("containerPort").number(0);
        boolean written = port.key("hostPort").number(0) != 0;
        Field before =
            number == 0 ? null : taken.putIfAbsent(key(port, number), port.key("containerPort"));
        boolean bothWritten = before != null && written && before.parent().key("hostPort").isSet();
        if (before != null && !bothWritten) {
          findings.failsLater(
              port.key("containerPort"),
              key(port, number)
                  + " of the host is taken by "
                  + before.path()
                  + ": an API server refuses the pods of this template",
              "under hostNetwork every containerPort is a port of the host: use another one");
        }
      }
    }
  }
}
