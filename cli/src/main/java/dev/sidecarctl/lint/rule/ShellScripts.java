package dev.sidecarctl.lint.rule;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The texts of a template that a shell reads as commands. */
final class ShellScripts {
  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "ksh", "zsh");

  private final Set<String> found = new HashSet<>();

  /**
   * @param spec what stands under {@code spec} of a template
   */
  ShellScripts(Value.Mapping spec) {
    for (String list : List.of("sidecars", "containers", "initContainers")) {
      for (Value item : spec.sequence(list).items()) {
        if (item instanceof Value.Mapping container) {
          List<Value> words = new ArrayList<>(container.sequence("command").items());
          words.addAll(container.sequence("args").items());
          look(words);
        }
      }
    }
    visitCommands(spec);
  }

  /** Probes and hooks run commands, too. */
  private void visitCommands(Value value) {
    if (value instanceof Value.Mapping mapping) {
      look(mapping.mapping("exec").sequence("command").items());
      mapping.entries().values().forEach(this::visitCommands);
    } else if (value instanceof Value.Sequence list) {
      list.items().forEach(this::visitCommands);
    }
  }

  private void look(List<Value> words) {
    for (int i = 0; i < words.size(); i++) {
      String word = text(words.get(i)).map(Value.Scalar::text).orElse("");
      if (SHELLS.contains(word.substring(word.lastIndexOf('/') + 1))) {
        script(words, i + 1).flatMap(ShellScripts::text).ifPresent(this::note);
        return;
      }
    }
  }

  /** What stands behind {@code -c}, which may be one of several letters. */
  private static Optional<Value> script(List<Value> words, int start) {
    for (int i = start; i + 1 < words.size(); i++) {
      String option = text(words.get(i)).map(Value.Scalar::text).orElse("");
      if (option.matches("-[a-z]*c[a-z]*")) {
        return Optional.of(words.get(i + 1));
      }
    }
    return Optional.empty();
  }

  /** A string, also one under a condition. */
  private static Optional<Value.Scalar> text(Value word) {
    Value bare = word instanceof Value.Mapping mapping ? mapping.find("value").orElse(word) : word;
    return bare instanceof Value.Scalar scalar ? Optional.of(scalar) : Optional.empty();
  }

  private void note(Value.Scalar script) {
    script.origin().ifPresent(at -> found.add(at.describe()));
  }

  /** Whether a shell reads a text. */
  boolean include(Value.Scalar text) {
    return text.origin().isPresent() && found.contains(text.origin().get().describe());
  }
}
