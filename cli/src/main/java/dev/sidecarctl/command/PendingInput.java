package dev.sidecarctl.command;

import dev.sidecarctl.command.file.Input;
import dev.sidecarctl.command.lookup.Project;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.inject.SourceSettings;
import dev.sidecarctl.text.Source;
import java.util.Optional;

/**
 * An input that was read, and is still to be worked on.
 *
 * @param input what it is
 * @param source its text; an empty one where it is excluded, and its text is not asked for
 * @param settings how it is looked at
 * @param project whose configuration counts for it, if there is one
 * @param excluded why it passes through, if it does
 */
record PendingInput(
    Input input,
    Source source,
    SourceSettings settings,
    Optional<Project> project,
    Optional<Diagnostic> excluded) {}
