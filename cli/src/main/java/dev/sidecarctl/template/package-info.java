/**
 * Sidecar templates: reading them, their parameters, what they match, and the catalogue.
 *
 * <p>Invariant: describes what a template wants; never looks at what a workload already has, but to
 * match it and to fill in its names.
 */
@NullMarked
package dev.sidecarctl.template;

import org.jspecify.annotations.NullMarked;
