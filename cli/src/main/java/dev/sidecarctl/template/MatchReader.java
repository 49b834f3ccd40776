package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.WorkloadKind;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code spec.match}. */
final class MatchReader {
  static final List<String> POLICIES = List.of("Auto", "OptIn");

  private final Problems problems;

  MatchReader(Problems problems) {
    this.problems = problems;
  }

  Match read(Value.Mapping match) {
    for (Value kind : match.sequence("kinds").items()) {
      kind.asText().ifPresent(text -> checkKind(text, kind));
    }
    String policy = match.findText("policy").orElse("Auto");
    if (!POLICIES.contains(policy)) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "\"" + policy + "\" is no policy",
          match.find("policy").orElse(match),
          NearestWord.help(policy, POLICIES));
    }
    return new Match(
        Texts.of(match.sequence("kinds")),
        globs(match, "names"),
        globs(match, "namespaces"),
        globs(match, "excludedNamespaces"),
        LabelSelector.read(match.mapping("labelSelector"), problems),
        policy.equals("OptIn"));
  }

  private List<String> globs(Value.Mapping match, String key) {
    return Globs.read(match.sequence(key), problems);
  }

  /** A kind with a group may be anything: a project may name workloads of its own. */
  private void checkKind(String kind, Value at) {
    if (kind.indexOf('.') >= 0 || kind.equals("*")) {
      return;
    }
    List<String> known = new ArrayList<>();
    for (WorkloadKind workload : WorkloadKind.all()) {
      if (workload.qualifiedName().equals(kind)) {
        return;
      }
      known.add(workload.qualifiedName());
    }
    String help = NearestWord.help(kind, known);
    for (WorkloadKind workload : WorkloadKind.all()) {
      if (workload.kind().equals(kind)) {
        help = "with its group: " + workload.qualifiedName();
      }
    }
    problems.add(
        Code.TEMPLATE_VALUE, "\"" + kind + "\" is no kind of workload of Kubernetes", at, help);
  }
}
