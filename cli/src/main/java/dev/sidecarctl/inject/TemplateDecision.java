package dev.sidecarctl.inject;

import java.util.List;

/**
 * Whether a template goes into a workload, and what decided that.
 *
 * @param template its name
 * @param version its version; empty if it has none
 * @param recorded the version that the workload carries; empty if none, or if it has none
 * @param applies whether it goes in
 * @param reasons what decided, as phrases: all that speaks for it, or the one thing that speaks
 *     against it
 */
public record TemplateDecision(
    String template, String version, String recorded, boolean applies, List<String> reasons) {}
