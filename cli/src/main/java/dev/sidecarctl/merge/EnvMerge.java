package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Optional;

/**
 * Environment variables of a target. They go behind the user's, in the template's order, but a
 * variable that one of the user's refers to goes in front of that one, else {@code $(NAME)} would
 * stay literal. Where the user has set a variable, the user's stays.
 */
final class EnvMerge {
  private final PodDraft draft;
  private final String template;

  EnvMerge(PodDraft draft, String template) {
    this.draft = draft;
    this.template = template;
  }

  void merge(ItemPath container, Value.Sequence wanted) {
    ItemPath list = container.then("env");
    for (Value item : wanted.items()) {
      if (item instanceof Value.Mapping variable) {
        mergeVariable(list, variable);
      }
    }
  }

  private void mergeVariable(ItemPath list, Value.Mapping wanted) {
    String name = wanted.findText("name").orElse("");
    ItemPath path = list.then(name);
    Optional<Value> present = draft.find(path);
    if (present.isEmpty()) {
      draft.addItem(template, list, wanted, positionOf(name, draft.items(list)));
    } else if (Meaning.same("env", present.get(), wanted)) {
      draft.share(template, path, wanted);
    } else if (!draft.owner(path).filter(template::equals).isPresent()) {
      Value kept = present.get();
      draft.report(
          Diagnostic.warning(
                  Code.ENV_CONFLICT,
                  "variable " + name + " is already set, to another value, which is kept",
                  Wording.place(kept))
              .labelled("kept: " + valueOf(kept))
              .noting(Wording.place(wanted), "the template wants: " + valueOf(wanted))
              .helping("make the two agree, or take " + name + " out of one of them"));
    }
  }

  private static String valueOf(Value variable) {
    Value.Mapping mapping = (Value.Mapping) variable;
    return mapping.find("value").map(Wording::brief).orElseGet(() -> Wording.brief(mapping));
  }

  /** Before the first variable that refers to the name; -1 for the end. */
  private static int positionOf(String name, List<Value> variables) {
    for (int i = 0; i < variables.size(); i++) {
      if (VariableReferences.of(variables.get(i)).contains(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Warns of references in a container's added variables that nothing defines. */
  void warnOfUndefined(ItemPath container, Value.Sequence added) {
    Value.Mapping present =
        draft.find(container).orElse(Value.nothing()) instanceof Value.Mapping mapping
            ? mapping
            : Value.Mapping.empty();
    if (!present.sequence("envFrom").items().isEmpty()) {
      return;
    }
    for (Value variable : added.items()) {
      for (String name : VariableReferences.of(variable)) {
        if (draft.find(container.then("env").then(name)).isEmpty()
            && !VariableReferences.namesService(name)) {
          draft.report(undefined(container, variable, name));
        }
      }
    }
  }

  private static Diagnostic undefined(ItemPath container, Value variable, String name) {
    return Diagnostic.warning(
            Code.VARIABLE_UNDEFINED,
            "nothing defines $("
                + name
                + ") in container \""
                + container.last()
                + "\", so it stays as it is",
            Wording.place(variable))
        .helping("define " + name + ", or write $$(" + name + ") if it is meant literally");
  }
}
