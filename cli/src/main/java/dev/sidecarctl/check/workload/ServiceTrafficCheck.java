package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.kubernetes.LabelNames;
import java.util.List;

/** Where a Service sends what arrives, and what it says that nobody will look at. */
final class ServiceTrafficCheck {
  private static final int SAME_ZONE_SINCE = 34;
  private static final int CLOSE_DEPRECATED_SINCE = 35;
  private static final int EXTERNAL_IPS_DEPRECATED_SINCE = 36;
  private static final int LONGEST_AFFINITY = 86_400;
  private static final int HIGHEST_PORT = 65535;
  private static final List<String> POLICIES = List.of("Cluster", "Local");
  private static final String PREFER_CLOSE = "PreferClose";

  private final Findings findings;
  private final KubernetesVersion version;

  ServiceTrafficCheck(Findings findings, KubernetesVersion version) {
    this.findings = findings;
    this.version = version;
  }

  void check(Field spec, String kind, boolean headless) {
    external(spec, kind);
    word(spec.key("internalTrafficPolicy"), POLICIES);
    word(
        spec.key("trafficDistribution"),
        version.minor() >= SAME_ZONE_SINCE
            ? List.of(PREFER_CLOSE, "PreferSameZone", "PreferSameNode")
            : List.of(PREFER_CLOSE));
    Field balancer = spec.key("loadBalancerClass");
    if (balancer.isText() && kind.equals("LoadBalancer")) {
      findings.invalid(balancer, LabelNames.qualified(balancer.text()));
    } else if (balancer.isSet()) {
      findings.forbidden(balancer, "may only be used when `type` is 'LoadBalancer'");
    }
    affinity(spec);
    if (headless && kind.equals("ClusterIP")) {
      ignored(spec);
    }
    deprecated(spec, kind, headless);
  }

  private void external(Field spec, String kind) {
    Field policy = spec.key("externalTrafficPolicy");
    boolean reachable = kind.equals("LoadBalancer") || kind.equals("NodePort");
    if (reachable || (kind.equals("ClusterIP") && spec.key("externalIPs").hasContent())) {
      word(policy, POLICIES);
    } else if (!policy.isEmpty()) {
      findings.invalid(policy, "may only be set for externally-accessible services");
    }
    Field health = spec.key("healthCheckNodePort");
    long port = health.number(0);
    if (port != 0 && !(kind.equals("LoadBalancer") && policy.says("Local"))) {
      findings.invalid(
          health,
          "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'");
    } else if (port < 0 || port > HIGHEST_PORT) {
      findings.invalid(health, "must be between 1 and 65535, inclusive");
    }
  }

  private void affinity(Field spec) {
    Field timeout = spec.path("sessionAffinityConfig", "clientIP", "timeoutSeconds");
    boolean wanted = spec.key("sessionAffinity").says("ClientIP");
    if (wanted && timeout.number().isPresent()) {
      long seconds = timeout.number(0);
      if (seconds <= 0 || seconds > LONGEST_AFFINITY) {
        findings.invalid(timeout, "must be greater than 0 and less than " + LONGEST_AFFINITY);
      }
    }
  }

  private void ignored(Field spec) {
    for (String key : List.of("loadBalancerIP", "externalIPs")) {
      Field field = spec.key(key);
      if (field.hasContent() || !field.text().isEmpty()) {
        findings.remark(field, field.path() + " is ignored for headless services");
      }
    }
    if (!spec.key("sessionAffinity").text("None").equals("None")) {
      findings.remark(
          spec.key("sessionAffinity"), "spec.SessionAffinity is ignored for headless services");
    }
  }

  private void deprecated(Field spec, String kind, boolean headless) {
    Field name = spec.key("externalName");
    if (!name.isEmpty() && !kind.equals("ExternalName")) {
      findings.remark(name, "spec.externalName is ignored when spec.type is not \"ExternalName\"");
    }
    Field addresses = spec.key("externalIPs");
    if (addresses.hasContent() && kind.equals("ExternalName")) {
      findings.remark(addresses, "spec.externalIPs is ignored when spec.type is \"ExternalName\"");
    } else if (addresses.hasContent()
        && !headless
        && version.minor() >= EXTERNAL_IPS_DEPRECATED_SINCE) {
      findings.remark(
          addresses,
          "spec.externalIPs is deprecated and may no longer be implemented in some clusters");
    }
    Field distribution = spec.key("trafficDistribution");
    if (distribution.says(PREFER_CLOSE) && version.minor() >= CLOSE_DEPRECATED_SINCE) {
      findings.warning(distribution, "\"PreferClose\" is deprecated; use \"PreferSameZone\"");
    }
  }

  private void word(Field field, List<String> words) {
    if (field.isText()
        && !words.contains(field.text())
        && !(field.text().isEmpty() && field.name().equals("externalTrafficPolicy"))) {
      findings.unsupported(field, words);
    }
  }
}
