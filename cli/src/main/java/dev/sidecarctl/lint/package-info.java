/** What the author of a template had better change, before anybody injects it. */
@NullMarked
package dev.sidecarctl.lint;

import org.jspecify.annotations.NullMarked;
