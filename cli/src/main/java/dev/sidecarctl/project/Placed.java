package dev.sidecarctl.project;

import dev.sidecarctl.diagnostic.Location;

/**
 * Something that a configuration says.
 *
 * @param value what it says
 * @param at where
 */
public record Placed<T>(T value, Location at) {}
