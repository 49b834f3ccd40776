/**
 * Whether an API server would take an object: its schema, the rules for its kind, and what it would
 * warn of.
 */
@NullMarked
package dev.sidecarctl.check;

import org.jspecify.annotations.NullMarked;
