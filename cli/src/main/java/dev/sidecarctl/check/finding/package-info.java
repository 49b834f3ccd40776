/** What a check finds, and the fields that it looks at. */
@NullMarked
package dev.sidecarctl.check.finding;

import org.jspecify.annotations.NullMarked;
