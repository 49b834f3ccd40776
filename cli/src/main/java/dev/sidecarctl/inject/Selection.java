package dev.sidecarctl.inject;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.kubernetes.Workload;
import dev.sidecarctl.merge.InjectionRecord;
import dev.sidecarctl.template.SidecarTemplate;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which templates go into a workload, and which recorded ones go out.
 *
 * @param applied those that go in, in order
 * @param refused for each other template of the run why it does not
 * @param removed recorded templates that the run covers and that do not apply any more
 * @param warnings of templates that would match but do not suit the pod
 */
record Selection(
    List<SidecarTemplate> applied,
    Map<String, String> refused,
    Set<String> removed,
    List<Diagnostic> warnings) {

  /**
   * Decides.
   *
   * @param workload the workload
   * @param bare its pod template without what was ever added
   * @param word what the workload says of itself
   * @param record what was added before
   * @throws RefusedException when the workload asks for a template that nobody knows
   */
  static Selection of(
      Workload workload,
      Value.Mapping bare,
      WorkloadWord word,
      InjectionRecord record,
      InjectionRequest request) {
    Selection selection =
        new Selection(
            new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashSet<>(), new ArrayList<>());
    for (SidecarTemplate template : candidates(word, request)) {
      selection.consider(template, workload, bare, word, request);
    }
    if (word.wish() == WorkloadWord.Wish.NO) {
      selection.removed.addAll(record.names());
    } else if (request.ownership().listing().isPresent()) {
      Ownership.Listing listing = request.ownership().listing().get();
      selection.considerUnlisted(workload, record, listing, request.ownership().prune());
    }
    selection.removed.addAll(selection.refused.keySet());
    selection.removed.retainAll(record.names());
    return selection;
  }

  /** A recorded template that neither the run nor the project knows: it goes, or is told of. */
  private void considerUnlisted(
      Workload workload, InjectionRecord record, Ownership.Listing listing, boolean prune) {
    Set<String> unlisted = new LinkedHashSet<>(record.names());
    unlisted.removeAll(listing.templates());
    unlisted.removeAll(refused.keySet());
    for (SidecarTemplate template : applied) {
      unlisted.remove(template.name());
    }
    if (prune) {
      removed.addAll(unlisted);
    } else if (listing.whole()) {
      for (String name : unlisted) {
        warnings.add(gone(workload, name, listing.file()));
      }
    }
  }

  private static Diagnostic gone(Workload workload, String name, String file) {
    return Diagnostic.warning(
            Code.TEMPLATE_GONE,
            "the workload carries " + name + ", which " + file + " does not list",
            workload.nameLocation())
        .helping(
            "its items stay as they are; --prune takes them out, and so does eject -t " + name);
  }

  static String namespace(Workload workload, InjectionRequest request) {
    String own = workload.id().namespace();
    return own.isEmpty() ? request.namespace() : own;
  }

  private void consider(
      SidecarTemplate template,
      Workload workload,
      Value.Mapping bare,
      WorkloadWord word,
      InjectionRequest request) {
    Optional<String> reason = word.refusalOf(template.name(), template.isOptIn());
    boolean named = word.wish() == WorkloadWord.Wish.THESE;
    if (reason.isEmpty() && !named) {
      reason = template.mismatch(workload, bare, namespace(workload, request));
    }
    if (reason.isEmpty()) {
      Optional<Suitability.Unsuited> unsuited =
          Suitability.problem(template, bare, request.onHostNetwork());
      if (unsuited.isPresent()) {
        warnings.add(unsuited.get().warning());
        reason = Optional.of(unsuited.get().reason());
      }
    }
    if (reason.isPresent()) {
      refused.put(template.name(), reason.get());
    } else {
      applied.add(template);
      warnings.addAll(SideEffects.of(template, workload, bare));
    }
  }

  /**
   * Those of the run, in their order, then by name those that only the workload names; a host calls
   * again for these.
   */
  private static List<SidecarTemplate> candidates(WorkloadWord word, InjectionRequest request) {
    List<SidecarTemplate> candidates = new ArrayList<>(request.offer().templates());
    List<String> asked = new ArrayList<>(word.names());
    for (SidecarTemplate template : request.offer().templates()) {
      asked.remove(template.name());
    }
    if (request.source().hosted()) {
      return candidates;
    }
    asked.sort(null);
    for (String name : asked) {
      candidates.add(
          request.offer().library().find(name).orElseThrow(() -> unknown(name, word, request)));
    }
    return candidates;
  }

  private static RefusedException unknown(
      String name, WorkloadWord word, InjectionRequest request) {
    return new RefusedException(
        Diagnostic.error(
                Code.TEMPLATE_UNKNOWN,
                "there is no template named \"" + name + "\"",
                word.at().origin().orElse(null))
            .helping(
                NearestWord.of(name, request.offer().library().names())
                    .map(near -> "did you mean \"" + near + "\"?")
                    .orElse("name one of the catalogue, or give its file with -t")));
  }
}
