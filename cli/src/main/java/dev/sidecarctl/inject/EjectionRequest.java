package dev.sidecarctl.inject;

import dev.sidecarctl.template.ConflictPolicies;
import java.util.List;

/**
 * What a run of {@code eject} was asked for.
 *
 * @param templates names of those to take out; empty for all
 * @param policies what is done about conflicts, as the command line and the project say
 * @param source how the source is looked at
 */
public record EjectionRequest(
    List<String> templates, ConflictPolicies policies, SourceSettings source) {}
