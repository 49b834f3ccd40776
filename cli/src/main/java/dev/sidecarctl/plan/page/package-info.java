/**
 * A plan as one page of HTML that needs nothing beside it: no script, no font, no picture from
 * elsewhere.
 *
 * <p>Invariant: every text from a manifest or a template goes through {@link
 * dev.sidecarctl.plan.page.Markup}, which lets none of it become markup.
 */
@NullMarked
package dev.sidecarctl.plan.page;

import org.jspecify.annotations.NullMarked;
