package dev.sidecarctl.project;

import dev.sidecarctl.kubernetes.WorkloadKind;

/**
 * A custom resource that makes pods.
 *
 * @param apiVersion as written; other versions of its group count, too
 * @param kind what it is to the rest of the program
 */
public record CustomWorkload(String apiVersion, WorkloadKind kind) {}
