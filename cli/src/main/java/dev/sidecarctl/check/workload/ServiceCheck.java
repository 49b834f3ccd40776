package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.check.pod.LabelsCheck;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.LabelNames;
import dev.sidecarctl.kubernetes.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Services ({@code ValidateService}): their ports, types, and what each type admits. */
final class ServiceCheck {
  private static final int HIGHEST = 65535;
  private static final String RANGE = "must be between 1 and 65535, inclusive";
  private static final List<String> PROTOCOLS = List.of("SCTP", "TCP", "UDP");
  private static final List<String> TYPES =
      List.of("ClusterIP", "ExternalName", "LoadBalancer", "NodePort");
  private static final List<String> AFFINITIES = List.of("ClientIP", "None");

  private final Findings findings;
  private final KubernetesVersion version;

  ServiceCheck(Findings findings, KubernetesVersion version) {
    this.findings = findings;
    this.version = version;
  }

  void check(Field object) {
    Field spec = object.key("spec");
    Field type = spec.key("type");
    String kind = type.text("ClusterIP");
    boolean headless = spec.key("clusterIP").says("None");
    List<Field> ports = spec.items("ports");
    if (ports.isEmpty() && !headless && !kind.equals("ExternalName")) {
      findings.required(spec.key("ports"));
    }
    ofType(spec, kind, headless);
    new ServiceAddressCheck(findings, version).check(object, kind);
    new ServiceTrafficCheck(findings, version).check(spec, kind, headless);
    topology(object.path("metadata", "annotations"));
    Set<String> names = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    Set<String> nodePorts = new HashSet<>();
    for (Field port : ports) {
      port(port, ports.size() > 1, names);
      String protocol = port.key("protocol").text("TCP");
      long number = port.key("port").number(0);
      if (!numbers.add(protocol + "/" + number)) {
        findings.duplicate(port, "");
      }
      nodePort(port.key("nodePort"), protocol, kind, nodePorts);
    }
    new LabelsCheck(findings).labels(spec.key("selector"));
    word(type, TYPES);
    Field affinity = spec.key("sessionAffinity");
    word(affinity, AFFINITIES);
  }

  private void topology(Field annotations) {
    Field mode = annotations.entry("service.kubernetes.io/topology-mode");
    Field hints = annotations.entry("service.kubernetes.io/topology-aware-hints");
    if (mode.isText() && hints.isText() && !mode.text().equals(hints.text())) {
      findings.invalid(
          mode, "must match annotations[" + hints.name() + "] when both are specified");
    }
    if (hints.isText()) {
      findings.remark(
          hints,
          "annotation " + hints.name() + " is deprecated, please use " + mode.name() + " instead");
    }
  }

  private void ofType(Field spec, String kind, boolean headless) {
    boolean reachable = kind.equals("LoadBalancer") || kind.equals("NodePort");
    if (headless && reachable) {
      findings.invalid(
          spec.key("clusterIP").named(".clusterIPs[0]"),
          "may not be set to 'None' for " + kind + " services");
    }
    if (kind.equals("ExternalName")) {
      Field name = spec.key("externalName");
      String text = name.text();
      String bare = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
      if (bare.isEmpty()) {
        findings.required(name);
      } else {
        findings.invalid(name, Names.subdomain(bare));
      }
    }
    if (!kind.equals("LoadBalancer")) {
      for (String key : List.of("loadBalancerSourceRanges", "allocateLoadBalancerNodePorts")) {
        Field field = spec.key(key);
        boolean said = field.hasContent() || field.isTrue() || field.isFalse();
        if (said) {
          findings.forbidden(field, "may only be used when `type` is 'LoadBalancer'");
        }
      }
    }
  }

  private void port(Field port, boolean several, Set<String> names) {
    Field name = port.key("name");
    if (several && name.isEmpty()) {
      findings.required(name);
    } else if (!name.text().isEmpty()) {
      findings.invalid(name, Names.label(name.text()));
      if (!names.add(name.text())) {
        findings.duplicate(name, Findings.quoted(name.text()));
      }
    }
    Field number = port.key("port");
    if (!number.isSet()) {
      findings.invalid(number, "0", RANGE);
    }
    range(number);
    word(port.key("protocol"), PROTOCOLS);
    Field target = port.key("targetPort");
    if (!target.text().isEmpty()) {
      findings.invalid(target, Names.port(target.text()));
    } else if (target.number(0) != 0) {
      range(target);
    } else if (number.number(0) < 1 || number.number(0) > HIGHEST) {
      // It is taken from the port.
      findings.invalid(target, Long.toString(number.number(0)), RANGE);
    }
    Field application = port.key("appProtocol");
    if (application.isText()) {
      findings.invalid(application, LabelNames.qualified(application.text()));
    }
  }

  private void range(Field number) {
    if (number.number().isPresent() && (number.number(0) < 1 || number.number(0) > HIGHEST)) {
      findings.invalid(number, RANGE);
    }
  }

  private void nodePort(Field nodePort, String protocol, String kind, Set<String> taken) {
    long number = nodePort.number(0);
    if (number == 0) {
      return;
    }
    if (kind.equals("ClusterIP")) {
      findings.forbidden(nodePort, "may not be used when `type` is 'ClusterIP'");
    }
    if (!taken.add(protocol + "/" + number)) {
      findings.duplicate(nodePort, Long.toString(number));
    }
  }

  private void word(Field field, List<String> words) {
    if (!field.text().isEmpty() && !words.contains(field.text())) {
      findings.unsupported(field, words);
    }
  }
}
