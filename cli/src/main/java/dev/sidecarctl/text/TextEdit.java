package dev.sidecarctl.text;

/**
 * A stretch of the original text and what stands there afterwards.
 *
 * @param span in the original text; empty for an insertion
 * @param replacement the new text; empty for a deletion
 */
public record TextEdit(Span span, String replacement) {}
