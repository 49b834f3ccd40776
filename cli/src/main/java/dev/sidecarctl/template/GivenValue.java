package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Location;

/**
 * A parameter's value as somebody wrote it.
 *
 * @param text the value
 * @param at where it was written; the source of a {@code --set} is named {@code --set NAME}
 */
public record GivenValue(String text, Location at) {}
