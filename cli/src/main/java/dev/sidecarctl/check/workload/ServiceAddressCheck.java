package dev.sidecarctl.check.workload;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.IpAddresses;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * The addresses of a Service ({@code ValidateServiceClusterIPsRelatedFields}): its own, those of
 * others that it answers to, and whom its load balancer lets in.
 */
final class ServiceAddressCheck {
  private static final String RANGES = "service.beta.kubernetes.io/load-balancer-source-ranges";
  private static final String NONE = "None";
  private static final List<String> FAMILIES = List.of("IPv4", "IPv6");
  private static final List<String> POLICIES =
      List.of("PreferDualStack", "RequireDualStack", "SingleStack");

  private final Findings findings;
  private final KubernetesVersion version;

  ServiceAddressCheck(Findings findings, KubernetesVersion version) {
    this.findings = findings;
    this.version = version;
  }

  void check(Field object, String kind) {
    Field spec = object.key("spec");
    if (kind.equals("ExternalName")) {
      ofExternalName(spec);
    } else {
      own(spec);
    }
    for (Field address : spec.items("externalIPs")) {
      if (address.isText()) {
        List<String> reasons = IpAddresses.check(address.text(), version);
        findings.invalid(address, reasons.isEmpty() ? IpAddresses.reach(address.text()) : reasons);
      }
    }
    List<Field> ranges = spec.items("loadBalancerSourceRanges");
    for (Field range : ranges) {
      if (range.isText()) {
        findings.invalid(range, IpAddresses.checkRange(range.text().strip(), version));
      }
    }
    Field annotation = object.path("metadata", "annotations").entry(RANGES);
    if (ranges.isEmpty() && annotation.isText()) {
      annotated(annotation, kind);
    }
  }

  private void annotated(Field annotation, String kind) {
    if (!kind.equals("LoadBalancer")) {
      findings.forbidden(annotation, "may only be used when `type` is 'LoadBalancer'");
    }
    String text = annotation.text().strip();
    StringTokenizer ranges = new StringTokenizer(text, ",");
    while (ranges.hasMoreTokens()) {
      findings.invalid(annotation, IpAddresses.checkRange(ranges.nextToken().strip(), version));
    }
  }

  private void ofExternalName(Field spec) {
    String reason = "may not be set for ExternalName services";
    if (spec.key("clusterIPs").hasContent()) {
      findings.forbidden(spec.key("clusterIPs"), reason);
    } else if (!spec.key("clusterIP").isEmpty()) {
      findings.forbidden(spec.key("clusterIP").named(".clusterIPs"), reason);
    }
    if (spec.key("ipFamilies").hasContent()) {
      findings.forbidden(spec.key("ipFamilies"), reason);
    }
    if (spec.key("ipFamilyPolicy").isSet()) {
      findings.forbidden(spec.key("ipFamilyPolicy"), reason);
    }
  }

  private void own(Field spec) {
    Field first = spec.key("clusterIP");
    Field list = spec.key("clusterIPs");
    List<Field> addresses = list.items();
    if (addresses.isEmpty()) {
      // An API server makes a list of the one.
      addresses = first.isEmpty() ? List.of() : List.of(first.named(".clusterIPs[0]"));
    } else if (first.isEmpty()) {
      findings.invalid(list, "must be empty when `clusterIP` is not specified");
    } else if (!addresses.get(0).text().equals(first.text())) {
      findings.invalid(list, "first value must match `clusterIP`");
    }
    families(spec);
    if (areAddresses(list, addresses)) {
      stacks(list, addresses, spec.items("ipFamilies"));
    }
  }

  private void families(Field spec) {
    Set<String> seen = new HashSet<>();
    for (Field family : spec.items("ipFamilies")) {
      if (family.isText() && !FAMILIES.contains(family.text())) {
        findings.unsupported(family, FAMILIES);
      }
      if (!seen.add(family.text())) {
        findings.duplicate(family, Findings.quoted(family.text()));
      }
    }
    Field policy = spec.key("ipFamilyPolicy");
    if (policy.isText() && !POLICIES.contains(policy.text())) {
      findings.unsupported(policy, POLICIES);
    }
  }

  private boolean areAddresses(Field list, List<Field> addresses) {
    boolean valid = true;
    for (int i = 0; i < addresses.size(); i++) {
      Field address = addresses.get(i);
      if (i == 0 && address.says(NONE)) {
        if (addresses.size() > 1) {
          valid = false;
          findings.invalid(list, "'None' must be the first and only value");
        }
      } else if (address.isText()) {
        List<String> reasons = IpAddresses.check(address.text(), version);
        findings.invalid(address, reasons);
        valid &= reasons.isEmpty();
      }
    }
    if (addresses.size() > 2) {
      findings.invalid(list, "may only hold up to 2 values");
    }
    return valid;
  }

  private void stacks(Field list, List<Field> addresses, List<Field> families) {
    if (addresses.size() > 1) {
      Set<Boolean> six = new HashSet<>();
      for (Field address : addresses) {
        six.add(IpAddresses.isSix(address.text()));
      }
      if (six.size() < 2) {
        findings.invalid(list, "may specify no more than one IP for each IP family");
      }
    }
    for (int i = 0; i < Math.min(addresses.size(), families.size()); i++) {
      Field address = addresses.get(i);
      String family = families.get(i).text();
      String due = IpAddresses.isSix(address.text()) ? "IPv6" : "IPv4";
      if (!address.says(NONE) && FAMILIES.contains(family) && !family.equals(due)) {
        findings.invalid(
            address, "expected an " + family + " value as indicated by `ipFamilies[" + i + "]`");
      }
    }
  }
}
