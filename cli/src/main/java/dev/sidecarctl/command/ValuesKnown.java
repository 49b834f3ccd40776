package dev.sidecarctl.command;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.command.guide.CompletionScript;
import dev.sidecarctl.command.guide.OptionGroup;
import dev.sidecarctl.command.guide.ValueGuide;
import dev.sidecarctl.command.guide.ValueGuide.Kind;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Code.Nature;
import dev.sidecarctl.inject.HostNetworkPolicy;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.template.ConflictPolicy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * What is told of options beside their words: where they stand in the help, and what may follow
 * them. It stands apart from the options themselves, which every run has to build.
 */
final class ValuesKnown {
  private static final List<String> COLORS = List.of("auto", "always", "never");

  private ValuesKnown() {}

  /** Where an option stands in the help. */
  static OptionGroup group(String longName) {
    return switch (longName) {
      case "--filename",
          "--recursive",
          "--namespace",
          OptionSpecs.SKIP_UNRENDERED,
          OptionSpecs.ONLY_MANIFESTS ->
          OptionGroup.INPUT;
      case "--template",
          "--require-match",
          OptionSpecs.SET,
          OptionSpecs.ADOPT,
          OptionSpecs.PRUNE,
          OptionSpecs.ON_HOST_NETWORK ->
          OptionGroup.TEMPLATES;
      case OptionSpecs.ON_CONFLICT,
          OptionSpecs.FAIL_ON_DRIFT,
          OptionSpecs.WARNINGS_AS_ERRORS,
          TemplateLintVerb.STRICT,
          OptionSpecs.KUBERNETES_VERSION,
          OptionSpecs.VALIDATE,
          OptionSpecs.POD_SECURITY,
          OptionSpecs.CRD,
          OptionSpecs.ALLOW_ALPHA ->
          OptionGroup.RULES;
      default -> OptionGroup.OUTPUT;
    };
  }

  /** What may follow an option of a command. */
  static ValueGuide of(String verb, String option) {
    return switch (option) {
      case OptionSpecs.FILE, OptionSpecs.CRD -> ValueGuide.of(Kind.FILES);
      case OptionSpecs.TEMPLATE -> ValueGuide.of(Kind.TEMPLATES);
      case OptionSpecs.SET -> ValueGuide.of(Kind.PARAMETERS);
      case OptionSpecs.KUBERNETES_VERSION ->
          ValueGuide.of(verb.equals("validate") ? Kind.LIST : Kind.WORDS, versions());
      case OptionSpecs.OUTPUT -> ValueGuide.of(Kind.WORDS, formats(verb));
      case TemplateNewVerb.FROM -> ValueGuide.of(Kind.FILES);
      case OptionSpecs.ON_CONFLICT -> new ValueGuide(Kind.PAIRS, ConflictPolicy.ALL, conflicts());
      case OptionSpecs.ON_HOST_NETWORK -> ValueGuide.of(Kind.WORDS, HostNetworkPolicy.WORDS);
      case OptionSpecs.VALIDATE -> ValueGuide.of(Kind.WORDS, CheckLevel.WORDS);
      case OptionSpecs.POD_SECURITY -> ValueGuide.of(Kind.WORDS, PodSecurityLevel.WORDS);
      case OptionSpecs.REPORT ->
          ValueGuide.of(
              Kind.REPORT,
              verb.equals("template test") ? TemplateTestVerb.REPORTS : ReportFormat.WORDS);
      case OptionSpecs.COLOR -> ValueGuide.of(Kind.WORDS, COLORS);
      case PluginVerb.FOLDER -> ValueGuide.of(Kind.FOLDERS);
      default -> ValueGuide.of(Kind.FREE);
    };
  }

  /** What the operands of a command are. */
  static ValueGuide operands(String verb) {
    return switch (verb) {
      case "plugin" -> ValueGuide.of(Kind.WORDS, PluginVerb.ACTIONS);
      case "completion" -> ValueGuide.of(Kind.WORDS, CompletionScript.SHELLS);
      case TemplateVerb.NAME -> ValueGuide.of(Kind.WORDS, TemplateVerb.MEMBERS);
      case "template show", "template lint" -> ValueGuide.of(Kind.TEMPLATES);
      case "template list", "template new" -> ValueGuide.of(Kind.NONE);
      default -> ValueGuide.of(Kind.FILES);
    };
  }

  private static List<String> formats(String verb) {
    return switch (verb) {
      case "plan" -> PlanVerb.FORMATS;
      case "status" -> List.of("table", "json");
      case "template list" -> TemplateListVerb.FORMATS;
      case "template show" -> TemplateShowVerb.FORMATS;
      default -> List.of("yaml", "json", "diff");
    };
  }

  /** The newest first: that is what most people want. */
  private static List<String> versions() {
    List<String> versions = new ArrayList<>();
    for (int minor = KubernetesVersion.NEWEST.minor();
        minor >= KubernetesVersion.OLDEST.minor();
        minor--) {
      versions.add("1." + minor);
    }
    return versions;
  }

  private static List<String> conflicts() {
    return List.copyOf(Code.words(EnumSet.of(Nature.CONFLICT)));
  }
}
