package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.kubernetes.ResourceId;
import java.util.List;
import java.util.Optional;

/**
 * Which sidecars a workload carries.
 *
 * @param id what it is called
 * @param at where its name stands; empty where it was passed over
 * @param sidecars what is recorded, by name
 * @param unknown why it cannot be told, or need not be: its record is broken, or it is passed over;
 *     empty otherwise
 */
public record WorkloadStatus(
    ResourceId id, Optional<Location> at, List<Sidecar> sidecars, String unknown) {

  /**
   * A template that was injected.
   *
   * @param template its name
   * @param version as recorded; empty if it had none
   * @param edits the names of what somebody has edited in it since
   */
  public record Sidecar(String template, String version, List<String> edits) {}
}
