/**
 * Which fields a version of Kubernetes knows, of which types: the table of schemas, and networknt's
 * validator on it.
 */
@NullMarked
package dev.sidecarctl.check.schema;

import org.jspecify.annotations.NullMarked;
