/**
 * Sidecar templates: reading them, their parameters, what they match, and the catalogue.
 *
 * <p>Invariant: substitution works on values, never on YAML text.
 */
@NullMarked
package dev.sidecarctl.template;

import org.jspecify.annotations.NullMarked;
