package dev.sidecarctl.template;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.kubernetes.Quantities;
import dev.sidecarctl.kubernetes.TypeWords;
import dev.sidecarctl.yaml.FieldPath;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Checks what stands where a scalar is due: one of the right type, or what stands for one. */
final class ScalarCheck {
  private final ReferenceCheck references;
  private final ConditionCheck conditions;
  private final Problems problems;

  ScalarCheck(ReferenceCheck references, ConditionCheck conditions, Problems problems) {
    this.references = references;
    this.conditions = conditions;
    this.problems = problems;
  }

  /**
   * Checks a value.
   *
   * @param type what is due, as in the {@link FieldTable}
   */
  void check(Value value, String type, FieldPath at, Scope scope) {
    if (value instanceof Value.Mapping mapping && scope.filled()) {
      checkWritten(mapping, type, at, scope);
    } else if (value instanceof Value.Scalar scalar) {
      checkScalar(scalar, type, at, scope);
    } else {
      complain(value, type, at);
    }
  }

  private void checkScalar(Value.Scalar scalar, String type, FieldPath at, Scope scope) {
    boolean text = scalar.kind() == Value.Kind.STRING;
    if (text && references.check(scalar.text(), type, scalar.origin(), scope)) {
      return;
    }
    boolean integer = scalar.kind() == Value.Kind.INTEGER;
    boolean good =
        switch (type) {
          case "i" -> integer;
          case "b" -> scalar.kind() == Value.Kind.BOOLEAN;
          case "q" -> text || integer || scalar.kind() == Value.Kind.FLOAT;
          case "x" -> text || integer;
          default -> text;
        };
    if (!good) {
      complain(scalar, type, at);
    } else if (type.equals("q") && Quantities.canonical(scalar.text()).isEmpty()) {
      problems.add(
          Code.TEMPLATE_VALUE,
          at + ": \"" + scalar.text() + "\" is no quantity",
          scalar,
          ParameterType.QUANTITY.help());
    }
  }

  /** A mapping in place of a scalar: a value under a condition, or a structure for a string. */
  private void checkWritten(Value.Mapping written, String type, FieldPath at, Scope scope) {
    List<String> known = new ArrayList<>(Written.CONTENTS);
    known.addAll(Written.RULES);
    if (written.entries().keySet().stream().noneMatch(known::contains)) {
      complain(written, type, at);
      return;
    }
    Scope inner = conditions.checkRules(written, at, scope).below();
    for (String key : written.entries().keySet()) {
      if (key.equals(Written.FOR_EACH) && !scope.item()) {
        problems.add(
            Code.TEMPLATE_UNKNOWN_KEY,
            key + " has no say here",
            written.keyOrigin(key),
            "it stands in items of lists");
      } else if (!known.contains(key)) {
        problems.add(
            Code.TEMPLATE_UNKNOWN_KEY,
            at + " has no key " + key,
            written.keyOrigin(key),
            NearestWord.help(key, known));
      }
    }
    checkContent(written, type, at, inner);
  }

  private void checkContent(Value.Mapping written, String type, FieldPath at, Scope scope) {
    List<String> contents = new ArrayList<>(Written.CONTENTS);
    contents.removeIf(key -> !written.has(key));
    if (contents.size() != 1) {
      problems.add(
          contents.isEmpty() ? Code.TEMPLATE_MISSING_KEY : Code.TEMPLATE_VALUE,
          at
              + (contents.isEmpty()
                  ? " has none of " + String.join(", ", Written.CONTENTS)
                  : " has both " + String.join(" and ", contents)),
          written,
          "say what it stands for under one of them");
      return;
    }
    String key = contents.get(0);
    Value content = written.find(key).orElse(written);
    if (key.equals(Written.VALUE)) {
      check(content, type, at.key(key), scope);
    } else if (type.equals("s")) {
      checkStructure(content, at.key(key), scope);
    } else {
      problems.add(
          Code.TEMPLATE_TYPE,
          at + " is a text by " + key + ", where " + noun(type) + " is due",
          written.keyOrigin(key),
          "");
    }
  }

  /** Anything goes in a structure; its references have to stand for something. */
  private void checkStructure(Value value, FieldPath at, Scope scope) {
    if (value instanceof Value.Sequence list) {
      for (int i = 0; i < list.items().size(); i++) {
        checkStructure(list.items().get(i), at.index(i), scope.asItem());
      }
    } else if (value instanceof Value.Mapping mapping) {
      if (Written.isRuledValue(mapping)) {
        checkRuled(mapping, at, scope);
        return;
      }
      for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
        references.check(entry.getKey(), "s", mapping.keyOrigin(entry.getKey()), scope);
        checkStructure(entry.getValue(), at.key(entry.getKey()), scope.below());
      }
    } else if (value.asText().isPresent()) {
      references.check(value.asText().get(), "*", value.origin(), scope);
    } else if (value instanceof Value.Scalar scalar && !isFinite(scalar)) {
      problems.add(
          Code.TEMPLATE_VALUE,
          at + ": " + scalar.text() + " is no number that a text could give on",
          scalar,
          "put it in quotes");
    }
  }

  private void checkRuled(Value.Mapping ruled, FieldPath at, Scope scope) {
    if (ruled.has(Written.FOR_EACH) && !scope.item()) {
      problems.add(
          Code.TEMPLATE_UNKNOWN_KEY,
          Written.FOR_EACH + " has no say here",
          ruled.keyOrigin(Written.FOR_EACH),
          "it stands in items of lists");
    }
    Scope inner = conditions.checkRules(ruled, at, scope).below();
    checkStructure(ruled.find(Written.VALUE).orElse(ruled), at.key(Written.VALUE), inner);
  }

  private static boolean isFinite(Value.Scalar scalar) {
    String text = scalar.text();
    boolean wordy = text.endsWith("inf") || text.endsWith("nan");
    return scalar.kind() != Value.Kind.FLOAT || !wordy;
  }

  /** What is at a place is not what is due there. */
  void complain(Value value, String type, FieldPath at) {
    problems.add(
        Code.TEMPLATE_TYPE,
        at + " is " + TypeWords.of(value) + ", where " + noun(type) + " is due",
        value,
        type.equals("s") && value instanceof Value.Scalar ? "put it in quotes" : "");
  }

  private static String noun(String type) {
    return switch (type) {
      case "i" -> "an integer";
      case "b" -> "a boolean";
      case "q" -> "a quantity";
      case "x" -> "an integer or a string";
      default -> "a string";
    };
  }
}
