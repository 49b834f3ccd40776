/** The Pod Security Standards. */
@NullMarked
package dev.sidecarctl.check.security;

import org.jspecify.annotations.NullMarked;
