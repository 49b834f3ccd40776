/** The program. */
@NullMarked
package dev.sidecarctl;

import org.jspecify.annotations.NullMarked;
