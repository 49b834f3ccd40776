package dev.sidecarctl.lint.rule;

import dev.sidecarctl.lint.trial.Trial;
import dev.sidecarctl.lint.trial.TrialPlan;
import dev.sidecarctl.lint.trial.WrittenTemplate;
import java.util.List;

/**
 * A template that is looked at.
 *
 * @param written as it is written
 * @param plan what its parameters admit
 * @param trials what came of it, the usual way first; none where a parameter's value is not known
 */
public record Subject(WrittenTemplate written, TrialPlan plan, List<Trial> trials) {}
