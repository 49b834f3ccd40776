package dev.sidecarctl.diagnostic;

/**
 * A second place of a diagnostic, and what it has to do with the first.
 *
 * @param at the place
 * @param message a phrase without a final stop, such as {@code the template wants: emptyDir}
 */
public record Note(Location at, String message) {}
