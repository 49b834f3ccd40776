package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.Meaning;
import dev.sidecarctl.template.Part;
import dev.sidecarctl.yaml.Value;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Environment variables of a target. They go behind the user's, in the template's order, but a
 * variable that one of the user's refers to goes in front of that one, else {@code $(NAME)} would
 * stay literal. Where the user has set a variable, the user's stays.
 */
final class EnvMerge {
  private final PodDraft draft;
  private final String template;
  private final Conflicts conflicts;

  EnvMerge(PodDraft draft, String template, Conflicts conflicts) {
    this.draft = draft;
    this.template = template;
    this.conflicts = conflicts;
  }

  void merge(ItemPath container, Value.Sequence wanted) {
    ItemPath list = container.then("env");
    for (Value item : wanted.items()) {
      if (item instanceof Value.Mapping variable) {
        Part part = Part.of(variable);
        mergeVariable(list, part.value(), wanted, conflicts.ofPart(part.onConflict()));
      }
    }
  }

  private void mergeVariable(
      ItemPath list, Value.Mapping wanted, Value.Sequence all, Conflicts itsConflicts) {
    String name = wanted.findText("name").orElse("");
    ItemPath path = list.then(name);
    Optional<Value> present = draft.find(path);
    if (present.isEmpty()) {
      draft.addItem(template, list, wanted, positionOf(list, needing(name, all)));
    } else if (Meaning.same("env", present.get(), wanted)) {
      draft.share(template, path, wanted);
    } else {
      Value kept = present.get();
      itsConflicts.settle(
          Wording.conflict(
                  Code.ENV_CONFLICT,
                  "variable " + name + " is already set, to another value",
                  kept,
                  valueOf(kept),
                  wanted,
                  valueOf(wanted))
              .helping("make the two agree, or take " + name + " out of one of them"),
          path,
          wanted);
    }
  }

  private static String valueOf(Value variable) {
    Value.Mapping mapping = (Value.Mapping) variable;
    return mapping.find("value").map(Wording::brief).orElseGet(() -> Wording.brief(mapping));
  }

  /** A variable's name, and those of the template's variables whose values need it to be known. */
  private static Set<String> needing(String name, Value.Sequence all) {
    Set<String> names = new LinkedHashSet<>(List.of(name));
    boolean more = true;
    while (more) {
      more = false;
      for (Value item : all.items()) {
        if (item instanceof Value.Mapping variable && refersToAny(variable, names)) {
          more |= names.add(variable.findText("name").orElse(""));
        }
      }
    }
    return names;
  }

  private static boolean refersToAny(Value variable, Set<String> names) {
    return !Collections.disjoint(VariableReferences.of(variable), names);
  }

  /**
   * Before the first variable that refers to one of the names, and is not of this template: its own
   * stand in its own order. -1 for the end.
   */
  private int positionOf(ItemPath list, Set<String> names) {
    List<Value> variables = draft.items(list);
    for (int i = 0; i < variables.size(); i++) {
      ItemPath variable = list.toItem(variables.get(i));
      boolean own = draft.owner(variable).filter(template::equals).isPresent();
      if (!own && refersToAny(variables.get(i), names)) {
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
