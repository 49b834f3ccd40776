package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.template.ConflictPolicies;
import dev.sidecarctl.template.ConflictPolicy;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.Optional;

/**
 * Decides what becomes of one template's conflicts, and does it. Strongest first: what the command
 * line and the project say, the part of the template, the template as a whole, the kind of
 * conflict.
 */
final class Conflicts {
  private final PodDraft draft;
  private final RenderedTemplate template;
  private final ConflictPolicies given;
  private final Optional<ConflictPolicy> ofPart;

  private Conflicts(
      PodDraft draft,
      RenderedTemplate template,
      ConflictPolicies given,
      Optional<ConflictPolicy> ofPart) {
    this.draft = draft;
    this.template = template;
    this.given = given;
    this.ofPart = ofPart;
  }

  /**
   * Those of a template.
   *
   * @param given what the command line and the project say
   */
  static Conflicts of(PodDraft draft, RenderedTemplate template, ConflictPolicies given) {
    return new Conflicts(draft, template, given, Optional.empty());
  }

  /** Those of a part that may have a word of its own; where it has none, what counted before. */
  Conflicts ofPart(Optional<ConflictPolicy> word) {
    return word.isEmpty() ? this : new Conflicts(draft, template, given, word);
  }

  /** What is done about conflicts of a kind. */
  ConflictPolicy policy(Code code) {
    ConflictPolicy usual = code == Code.ENV_CONFLICT ? ConflictPolicy.KEEP : ConflictPolicy.FAIL;
    return given.of(code).or(() -> ofPart).or(template::onConflict).orElse(usual);
  }

  /**
   * Settles a conflict over an item of the pod: reports it, keeps what is there, or puts in what
   * the template wants. What another template brought is never replaced.
   *
   * @param conflict the error that it is, where nobody says otherwise
   * @param path the item's name
   * @param wanted what the template wants in its place
   */
  void settle(Diagnostic conflict, ItemPath path, Value wanted) {
    if (draft.isUsersByNow(template.name(), path)) {
      return;
    }
    ConflictPolicy policy = draft.isUsers(path) ? decide(conflict, path) : decideKeeping(conflict);
    if (policy == ConflictPolicy.REPLACE) {
      draft.replace(template.name(), path, wanted);
    } else if (policy == ConflictPolicy.KEEP) {
      draft.find(path).ifPresent(kept -> draft.share(template.name(), path, kept));
    }
  }

  /**
   * Decides about a conflict with something of the user's, and says so: an error, or a warning that
   * tells what is done.
   *
   * @param conflict the error that it is, where nobody says otherwise
   * @param path what would be replaced; what was replaced in an earlier run needs no more words
   */
  ConflictPolicy decide(Diagnostic conflict, ItemPath path) {
    ConflictPolicy policy = policy(conflict.code());
    switch (policy) {
      case FAIL -> draft.report(advise(conflict));
      case KEEP -> draft.report(warning(conflict, "it is kept"));
      case REPLACE -> {
        if (!draft.wasReplaced(path)) {
          draft.report(warning(conflict, "it is replaced"));
        }
      }
    }
    return policy;
  }

  /**
   * Decides about a conflict with something that must not be replaced.
   *
   * @param conflict the error that it is, where nobody says {@code keep}
   * @return never {@link ConflictPolicy#REPLACE}
   */
  ConflictPolicy decideKeeping(Diagnostic conflict) {
    if (policy(conflict.code()) == ConflictPolicy.KEEP) {
      draft.report(warning(conflict, "it is kept"));
      return ConflictPolicy.KEEP;
    }
    draft.report(advise(conflict, "keep"));
    return ConflictPolicy.FAIL;
  }

  /** The same, as a warning that tells what is done about it. */
  static Diagnostic warning(Diagnostic conflict, String what) {
    return conflict.asWarning().saying(conflict.message() + "; " + what);
  }

  /** The error, with the policies that would solve it. */
  static Diagnostic advise(Diagnostic conflict) {
    return advise(conflict, "keep or replace");
  }

  private static Diagnostic advise(Diagnostic conflict, String policies) {
    String help = conflict.help();
    String advice = "pass --on-conflict " + policies;
    return conflict.helping(help.isEmpty() ? advice : help + "; or " + advice);
  }
}
