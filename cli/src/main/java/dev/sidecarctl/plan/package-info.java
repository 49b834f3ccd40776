/**
 * What an injection would do, for people who want to know before.
 *
 * <p>Invariant: looks at what {@code inject} decided and never decides itself.
 */
@NullMarked
package dev.sidecarctl.plan;

import org.jspecify.annotations.NullMarked;
