/** The rules, each in a class of its own. */
@NullMarked
package dev.sidecarctl.lint.rule;

import org.jspecify.annotations.NullMarked;
