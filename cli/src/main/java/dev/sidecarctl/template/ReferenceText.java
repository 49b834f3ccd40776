package dev.sidecarctl.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A string taken apart into plain text and references. Follows Tekton: {@code $(params.x)} is a
 * reference, as is {@code $(item)}, {@code $$(params.x)} the literal; {@code $(VAR)} of any other
 * shape is Kubernetes' own and stays.
 */
final class ReferenceText {
  private final List<Object> parts;

  private ReferenceText(List<Object> parts) {
    this.parts = parts;
  }

  /** Whether a text has anything that looks like a reference. Quick. */
  static boolean mayRefer(String text) {
    return text.contains("$(");
  }

  /** Takes a text apart. A dotted name with a root close to a known one counts as a reference. */
  static ReferenceText of(String text) {
    List<Object> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      boolean escaped = text.startsWith("$$(", at);
      int open = escaped ? at + 1 : at;
      Reference reference = text.startsWith("$(", open) ? referenceAt(text, open) : null;
      if (reference == null) {
        plain.append(text.charAt(at++));
      } else {
        if (escaped) {
          plain.append(reference);
        } else {
          addPlain(parts, plain);
          parts.add(reference);
        }
        at = open + reference.toString().length();
      }
    }
    addPlain(parts, plain);
    return new ReferenceText(parts);
  }

  /** A text as it has to be written to stand for itself. */
  static String literal(String text) {
    if (!mayRefer(text)) {
      return text;
    }
    StringBuilder literal = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      boolean escaped = text.startsWith("$$(", at);
      int open = escaped ? at + 1 : at;
      Reference reference = text.startsWith("$(", open) ? referenceAt(text, open) : null;
      if (reference != null) {
        literal.append(escaped ? "$$" : "$").append(reference);
        at = open + reference.toString().length();
      } else {
        literal.append(text.charAt(at++));
      }
    }
    return literal.toString();
  }

  private static void addPlain(List<Object> parts, StringBuilder plain) {
    if (plain.length() > 0) {
      parts.add(plain.toString());
      plain.setLength(0);
    }
  }

  private static @Nullable Reference referenceAt(String text, int open) {
    int dot = -1;
    int end = open + 2;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      if (text.charAt(end) == '.' && dot < 0) {
        dot = end;
      }
      end++;
    }
    if (end == text.length() || text.charAt(end) != ')') {
      return null;
    }
    if (dot < 0) {
      return text.substring(open + 2, end).equals(Reference.ITEM) ? Reference.TO_ITEM : null;
    }
    String root = text.substring(open + 2, dot);
    return isRootOrNear(root) ? new Reference(root, text.substring(dot + 1, end)) : null;
  }

  /** Environment variables hardly ever have a dot and lower case: a near miss is a slip. */
  private static boolean isRootOrNear(String root) {
    return Reference.ROOTS.contains(root)
        || root.equals("param")
        || root.equals("parameters")
        || root.equals("parameter")
        || root.equals("workloads")
        || root.equals("containers");
  }

  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '_'
        || c == '-';
  }

  /** All references, in order. */
  List<Reference> references() {
    List<Reference> references = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Reference reference) {
        references.add(reference);
      }
    }
    return references;
  }

  /** The reference, if the text is one and nothing else. */
  Optional<Reference> whole() {
    return parts.size() == 1 && parts.get(0) instanceof Reference reference
        ? Optional.of(reference)
        : Optional.empty();
  }

  /** The text with each reference replaced; what is put in is not looked through again. */
  String fill(Function<Reference, String> texts) {
    StringBuilder filled = new StringBuilder();
    for (Object part : parts) {
      filled.append(part instanceof Reference reference ? texts.apply(reference) : part);
    }
    return filled.toString();
  }
}
