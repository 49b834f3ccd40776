package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.IpAddresses;
import dev.sidecarctl.kubernetes.Names;
import java.util.List;

/** How a pod finds other hosts: DNS, and the names that it is given itself. */
final class DnsCheck {
  private static final List<String> POLICIES =
      List.of("ClusterFirstWithHostNet", "ClusterFirst", "Default", "None");
  private static final int MOST_SERVERS = 3;
  private static final int MOST_SEARCHES = 32;
  private static final int MOST_SEARCH_CHARACTERS = 2048;
  private static final int HOSTNAME_OVERRIDE = 35;
  private static final int RELAXED_SEARCHES = 33;
  private static final int LONGEST_HOST_NAME = 64;

  private final PodContext pod;
  private final Findings findings;

  DnsCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void check() {
    Field spec = pod.spec();
    Field policy = spec.key("dnsPolicy");
    Field config = spec.key("dnsConfig");
    if (!policy.text().isEmpty() && !POLICIES.contains(policy.text())) {
      findings.unsupported(policy, POLICIES);
    }
    if (policy.says("None")) {
      if (!config.isSet()) {
        findings.required(config, "must provide `dnsConfig` when `dnsPolicy` is None");
      } else if (config.items("nameservers").isEmpty()) {
        findings.required(
            config.key("nameservers"),
            "must provide at least one DNS nameserver when `dnsPolicy` is None");
      }
    }
    config(config);
    for (Field alias : spec.items("hostAliases")) {
      address(alias.key("ip"));
      for (Field name : alias.items("hostnames")) {
        findings.invalid(name, Names.subdomain(name.text()));
      }
    }
    for (String key : List.of("hostname", "subdomain")) {
      Field name = spec.key(key);
      if (!name.text().isEmpty()) {
        findings.invalid(name, Names.label(name.text()));
      }
    }
    if (pod.since(HOSTNAME_OVERRIDE)) {
      hostnameOverride(spec.key("hostnameOverride"));
    }
  }

  private void hostnameOverride(Field name) {
    if (!name.isText()) {
      return;
    }
    findings.invalid(name, Names.subdomain(name.text()));
    if (name.text().length() > LONGEST_HOST_NAME) {
      findings.invalid(name, "must be no more than 64 characters");
    }
    if (pod.hostNetwork()) {
      findings.forbidden(name, "may not be specified when hostNetwork is true");
    }
    if (pod.spec().key("setHostnameAsFQDN").isTrue()) {
      findings.forbidden(name, "may not be specified when setHostnameAsFQDN is true");
    }
  }

  private void address(Field address) {
    if (address.isText() || !address.isSet()) {
      findings.invalid(address, IpAddresses.check(address.text(), pod.version()));
    }
  }

  private void config(Field config) {
    List<Field> servers = config.items("nameservers");
    if (servers.size() > MOST_SERVERS) {
      findings.invalid(config.key("nameservers"), "", "must not have more than 3 nameservers");
    }
    for (Field server : servers) {
      address(server);
    }
    searches(config);
    for (Field option : config.items("options")) {
      if (option.key("name").isEmpty()) {
        findings.required(option, "must not be empty");
      }
    }
  }

  private void searches(Field config) {
    List<Field> searches = config.items("searches");
    if (searches.size() > MOST_SEARCHES) {
      findings.invalid(config.key("searches"), "", "must not have more than 32 search paths");
    }
    int characters = Math.max(0, searches.size() - 1);
    for (Field search : searches) {
      String text = search.text();
      characters += text.length();
      String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
      boolean relaxed = pod.since(RELAXED_SEARCHES);
      if (relaxed && text.equals(".")) {
        continue;
      }
      findings.invalid(search, relaxed ? Names.relaxedSubdomain(name) : Names.subdomain(name));
    }
    if (characters > MOST_SEARCH_CHARACTERS) {
      findings.invalid(
          config.key("searches"),
          "",
          "must not have more than 2048 characters (including spaces) in the search list");
    }
  }
}
