package dev.sidecarctl.check.security;

import dev.sidecarctl.kubernetes.KubernetesVersion;
import java.util.Map;

/** The kernel's settings that pods may change without harm to others, and since when. */
final class Sysctls {
  private static final Map<String, Integer> SAFE_SINCE =
      Map.ofEntries(
          Map.entry("kernel.shm_rmid_forced", 0),
          Map.entry("net.ipv4.ip_local_port_range", 0),
          Map.entry("net.ipv4.tcp_syncookies", 0),
          Map.entry("net.ipv4.ping_group_range", 0),
          Map.entry("net.ipv4.ip_unprivileged_port_start", 0),
          Map.entry("net.ipv4.ip_local_reserved_ports", 27),
          Map.entry("net.ipv4.tcp_keepalive_time", 29),
          Map.entry("net.ipv4.tcp_fin_timeout", 29),
          Map.entry("net.ipv4.tcp_keepalive_intvl", 29),
          Map.entry("net.ipv4.tcp_keepalive_probes", 29),
          Map.entry("net.ipv4.tcp_rmem", 32),
          Map.entry("net.ipv4.tcp_wmem", 32));

  private Sysctls() {}

  static boolean isSafe(String name, KubernetesVersion version) {
    Integer since = SAFE_SINCE.get(name);
    return since != null && version.minor() >= since;
  }
}
