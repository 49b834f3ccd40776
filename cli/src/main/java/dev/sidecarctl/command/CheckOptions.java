package dev.sidecarctl.command;

import dev.sidecarctl.check.CheckLevel;
import dev.sidecarctl.check.CheckSettings;
import dev.sidecarctl.check.Checker;
import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.command.file.StoppedException;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.inject.Checking;
import dev.sidecarctl.inject.Neighbours;
import dev.sidecarctl.kubernetes.KubernetesVersion;
import dev.sidecarctl.project.Configuration;
import dev.sidecarctl.project.Placed;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the command line says of checks; a project says the rest.
 *
 * @param level what comes of what is found; empty if not given
 * @param podSecurity the level that pods have to keep; empty if not given
 * @param allowAlpha whether feature gates that are off by default are on
 */
record CheckOptions(
    Optional<CheckLevel> level, Optional<PodSecurityLevel> podSecurity, boolean allowAlpha) {
  private static final String SCHEMAS = "/dev/sidecarctl/check/schemas.txt";

  /**
   * Reads the options.
   *
   * @throws StoppedException when one of them has a value that there is not
   */
  static CheckOptions of(ParseResult parsed) {
    Optional<CheckLevel> level = Optional.empty();
    String word = parsed.matchedOptionValue(OptionSpecs.VALIDATE, "");
    if (!word.isEmpty()) {
      level = CheckLevel.of(word);
      if (level.isEmpty()) {
        throw noWord(OptionSpecs.VALIDATE, word, CheckLevel.WORDS);
      }
    }
    return new CheckOptions(
        level, podSecurity(parsed), RunOptions.flag(parsed, OptionSpecs.ALLOW_ALPHA));
  }

  private static Optional<PodSecurityLevel> podSecurity(ParseResult parsed) {
    String word = parsed.matchedOptionValue(OptionSpecs.POD_SECURITY, "");
    Optional<PodSecurityLevel> level = PodSecurityLevel.of(word);
    if (level.isEmpty() && !word.isEmpty()) {
      throw noWord(OptionSpecs.POD_SECURITY, word, PodSecurityLevel.WORDS);
    }
    return level;
  }

  private static StoppedException noWord(String option, String word, List<String> words) {
    return StoppedException.usage(
        option + " is " + String.join(", ", words) + ", not " + word,
        NearestWord.help(word, words));
  }

  /** Whether anything may have to be checked; a project may still say that nothing is. */
  boolean mayCheck() {
    return level.isEmpty() || level.get() != CheckLevel.IGNORE;
  }

  /** The one who checks; reads the schemas when something is to be checked. */
  static Checker checker() {
    return new Checker(() -> Resource.text(SCHEMAS));
  }

  /** What a source is checked for. */
  CheckSettings settings(Configuration configuration, KubernetesVersion version) {
    return new CheckSettings(
        version,
        allowAlpha,
        podSecurity.isPresent() ? podSecurity : value(configuration.podSecurity()));
  }

  /** How what becomes of a source is checked. */
  Checking checking(
      Checker checker,
      Configuration configuration,
      KubernetesVersion version,
      Neighbours neighbours) {
    Optional<CheckLevel> inForce = level.isPresent() ? level : value(configuration.validate());
    return new Checking(
        checker,
        settings(configuration, version),
        inForce.isPresent() ? inForce.get() : CheckLevel.STRICT,
        neighbours);
  }

  private static <T> Optional<T> value(Optional<Placed<T>> placed) {
    return placed.isPresent() ? Optional.of(placed.get().value()) : Optional.empty();
  }
}
