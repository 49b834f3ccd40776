package dev.sidecarctl.command;

import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.SourceSettings;
import java.util.Optional;

/**
 * An input that is still to be read and worked on.
 *
 * @param input what it is
 * @param settings how it is looked at
 * @param project whose configuration counts for it, if there is one
 * @param excluded why it passes through, if it does
 */
record PendingInput(
    Input input,
    SourceSettings settings,
    Optional<Project> project,
    Optional<Diagnostic> excluded) {}
