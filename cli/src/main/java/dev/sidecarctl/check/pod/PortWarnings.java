package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ports that several containers declare; init containers count first. */
final class PortWarnings {
  private final Findings findings;
  private final Map<String, List<Field>> byNumber = new HashMap<>();
  private final Map<String, Field> byName = new HashMap<>();

  PortWarnings(Findings findings) {
    this.findings = findings;
  }

  void check(Field spec) {
    for (String list : List.of("initContainers", "containers")) {
      for (Field container : spec.items(list)) {
        for (Field port : container.items("ports")) {
          number(port);
        }
      }
    }
    for (String list : List.of("initContainers", "containers")) {
      for (Field container : spec.items(list)) {
        for (Field port : container.items("ports")) {
          name(port);
        }
      }
    }
  }

  private void number(Field port) {
    String hostIp = port.key("hostIP").text();
    long hostPort = port.key("hostPort").number(0);
    String protocol = port.key("protocol").text("TCP");
    if (!hostIp.isEmpty() && hostPort == 0) {
      findings.warning(
          port,
          "hostIP set without hostPort: {Name:"
              + port.key("name").text()
              + " HostPort:0 ContainerPort:"
              + port.key("containerPort").number(0)
              + " Protocol:"
              + protocol
              + " HostIP:"
              + hostIp
              + "}");
    }
    String key = port.key("containerPort").number(0) + "/" + protocol;
    List<Field> others = byNumber.get(key);
    if (others == null) {
      others = new ArrayList<>();
      byNumber.put(key, others);
    }
    for (Field other : others) {
      String otherIp = other.key("hostIP").text();
      long otherPort = other.key("hostPort").number(0);
      if (hostIp.equals(otherIp) && hostPort == otherPort) {
        findings.warning(port, "duplicate port definition with " + other.path());
      } else if (hostPort == 0 || otherPort == 0) {
        findings.warning(port, "overlapping port definition with " + other.path());
      } else if (hostPort == otherPort && hostIp.isEmpty() != otherIp.isEmpty()) {
        findings.warning(port, "dangerously ambiguous port definition with " + other.path());
      }
    }
    others.add(port);
  }

  private void name(Field port) {
    String name = port.key("name").text();
    Field other = name.isEmpty() ? null : byName.putIfAbsent(name, port);
    if (other != null) {
      findings.warning(
          port,
          "duplicate port name "
              + Findings.quoted(name)
              + " with "
              + other.path()
              + ", services and probes that select ports by name will use "
              + other.path());
    }
  }
}
