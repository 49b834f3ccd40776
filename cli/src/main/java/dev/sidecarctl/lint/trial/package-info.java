/** A template filled in and injected on trial, with values and workloads that are made up. */
@NullMarked
package dev.sidecarctl.lint.trial;

import org.jspecify.annotations.NullMarked;
