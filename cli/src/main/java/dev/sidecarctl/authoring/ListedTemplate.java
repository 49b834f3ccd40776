package dev.sidecarctl.authoring;

import dev.sidecarctl.template.SidecarTemplate;

/**
 * A template that may be used by its name.
 *
 * @param template what it is
 * @param origin where it comes from: a file, or {@code catalogue}
 */
public record ListedTemplate(SidecarTemplate template, String origin) {}
