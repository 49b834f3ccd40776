package dev.sidecarctl.command;

import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.NamedCode;
import dev.sidecarctl.project.WarningRules;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.ConflictPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.ParseResult;

/**
 * What the command line says of conflicts and warnings, and how it goes together with what a
 * project says.
 *
 * @param general the policy for all conflicts; empty if not given
 * @param ofCodes those for the conflicts of a code
 * @param warningsAsErrors whether warnings forbid writing
 * @param failOnDrift whether edits of what was injected do
 */
record RuleOptions(
    Optional<ConflictPolicy> general,
    Map<Code, ConflictPolicy> ofCodes,
    boolean warningsAsErrors,
    boolean failOnDrift) {

  /**
   * A policy and where it is said.
   *
   * @param place {@code FILE:LINE:COLUMN}, or the option
   */
  record Origin(ConflictPolicy policy, String place) {}

  /**
   * Reads the options.
   *
   * @throws StoppedException when one of them names no policy, or no conflict
   */
  static RuleOptions of(ParseResult parsed) {
    Optional<ConflictPolicy> general = Optional.empty();
    Map<Code, ConflictPolicy> ofCodes = new LinkedHashMap<>();
    List<String> arguments = parsed.matchedOptionValue(OptionSpecs.ON_CONFLICT, List.of());
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      ConflictPolicy policy = policy(argument.substring(equals + 1), argument);
      if (equals < 0) {
        general = Optional.of(policy);
      } else {
        ofCodes.put(code(argument.substring(0, equals), argument), policy);
      }
    }
    return new RuleOptions(
        general,
        ofCodes,
        RunOptions.flag(parsed, OptionSpecs.WARNINGS_AS_ERRORS),
        RunOptions.flag(parsed, OptionSpecs.FAIL_ON_DRIFT));
  }

  private static ConflictPolicy policy(String word, String argument) {
    return ConflictPolicy.of(word)
        .orElseThrow(
            () ->
                StoppedException.usage(
                    OptionSpecs.ON_CONFLICT + " " + argument + ": " + word + " is no policy",
                    NearestWord.of(word, ConflictPolicy.ALL)
                        .map(near -> "did you mean " + near + "?")
                        .orElse("say [CODE=]" + ConflictPolicy.WORDS)));
  }

  private static Code code(String word, String argument) {
    NamedCode named = NamedCode.conflict(word);
    return named
        .code()
        .orElseThrow(
            () ->
                StoppedException.usage(
                    OptionSpecs.ON_CONFLICT + " " + argument + ": " + named.problem(),
                    named.help()));
  }

  /** The policies under a configuration. */
  ConflictPolicies policies(Configuration configuration) {
    return ConflictPolicies.of(general, ofCodes).over(configuration.policies());
  }

  /**
   * What is said of conflicts: by code, or under the key for all of them, the policy and where it
   * is said. What the command line says of all conflicts leaves a project no say.
   */
  Map<String, Origin> conflictsInForce(Configuration configuration) {
    Map<String, Origin> said = new LinkedHashMap<>();
    if (general.isEmpty()) {
      configuration
          .onConflict()
          .forEach(
              (word, policy) -> said.put(word, new Origin(policy.value(), policy.at().describe())));
    }
    general.ifPresent(
        policy ->
            said.put(Configuration.EVERY_CONFLICT, new Origin(policy, OptionSpecs.ON_CONFLICT)));
    ofCodes.forEach(
        (code, policy) -> said.put(code.word(), new Origin(policy, OptionSpecs.ON_CONFLICT)));
    return said;
  }

  /** The rules for warnings under a configuration. */
  WarningRules warnings(Configuration configuration) {
    Set<Code> always = failOnDrift ? Set.of(Code.DRIFT) : Set.of();
    return new WarningRules(configuration.warnings(), always, warningsAsErrors);
  }
}
