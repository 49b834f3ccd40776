package dev.sidecarctl.inject;

import java.util.List;

/**
 * What a run of {@code eject} was asked for.
 *
 * @param templates names of those to take out; empty for all
 * @param skipUnrendered whether Helm source passes through
 * @param kustomizePatch whether a {@code kustomization.yaml} lists the source as a patch
 */
public record EjectionRequest(
    List<String> templates, boolean skipUnrendered, boolean kustomizePatch) {}
