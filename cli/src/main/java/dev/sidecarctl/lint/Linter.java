package dev.sidecarctl.lint;

import dev.sidecarctl.check.Checker;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.lint.rule.ContainerResources;
import dev.sidecarctl.lint.rule.ImageTags;
import dev.sidecarctl.lint.rule.KustomizeFunction;
import dev.sidecarctl.lint.rule.LikelyNames;
import dev.sidecarctl.lint.rule.MountedVolumes;
import dev.sidecarctl.lint.rule.PossibleConditions;
import dev.sidecarctl.lint.rule.ProbePorts;
import dev.sidecarctl.lint.rule.ReadOnlyRoots;
import dev.sidecarctl.lint.rule.Remarks;
import dev.sidecarctl.lint.rule.Rule;
import dev.sidecarctl.lint.rule.SafeTexts;
import dev.sidecarctl.lint.rule.SecretLiterals;
import dev.sidecarctl.lint.rule.StartupProbes;
import dev.sidecarctl.lint.rule.Subject;
import dev.sidecarctl.lint.rule.TrialVerdicts;
import dev.sidecarctl.lint.rule.WrittenParameters;
import dev.sidecarctl.lint.trial.TrialPlan;
import dev.sidecarctl.lint.trial.WrittenTemplate;
import dev.sidecarctl.template.GivenValues;
import dev.sidecarctl.template.SidecarTemplate;
import java.util.List;

/**
 * Looks at templates: at what they say, and at the pods that come of them.
 *
 * @param checker says what an API server would say of those pods
 * @param versions of clusters, the one that counts first
 * @param given values for parameters
 */
public record Linter(Checker checker, List<KubernetesVersion> versions, GivenValues given) {
  private static final List<Rule> RULES =
      List.of(
          new WrittenParameters(),
          new SafeTexts(),
          new PossibleConditions(),
          new KustomizeFunction(),
          new TrialVerdicts(),
          new ImageTags(),
          new ContainerResources(),
          new ReadOnlyRoots(),
          new StartupProbes(),
          new ProbePorts(),
          new MountedVolumes(),
          new LikelyNames(),
          new SecretLiterals());

  /** Takes a copy. */
  public Linter {
    versions = List.copyOf(versions);
  }

  /** Those to try where nobody names one: with native sidecars, and without. */
  public static List<KubernetesVersion> usualVersions() {
    return List.of(KubernetesVersion.NEWEST, KubernetesVersion.OLDEST);
  }

  /** What had better be changed in a template, in the order of its text. */
  public List<Diagnostic> lint(SidecarTemplate template) {
    WrittenTemplate written = new WrittenTemplate(template);
    TrialPlan plan = new TrialPlan(written, versions, given.forTemplate(template), checker);
    Subject subject = new Subject(written, plan, plan.run());
    Remarks remarks = new Remarks(template.at());
    for (Rule rule : RULES) {
      rule.check(subject, remarks);
    }
    return remarks.inOrder();
  }
}
