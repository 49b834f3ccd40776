/** What an API server demands of a pod beyond the types of its fields. */
@NullMarked
package dev.sidecarctl.check.pod;

import org.jspecify.annotations.NullMarked;
