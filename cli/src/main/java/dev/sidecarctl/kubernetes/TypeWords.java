package dev.sidecarctl.kubernetes;

import dev.sidecarctl.yaml.Value;

/** What messages call the type of a value. */
public final class TypeWords {

  private TypeWords() {}

  /** {@code a mapping}, {@code a list}, {@code a string}, {@code null} and so on. */
  public static String of(Value value) {
    if (value instanceof Value.Mapping) {
      return "a mapping";
    }
    return value instanceof Value.Scalar scalar ? of(scalar.kind()) : "a list";
  }

  private static String of(Value.Kind kind) {
    return switch (kind) {
      case STRING -> "a string";
      case INTEGER -> "an integer";
      case FLOAT -> "a number";
      case BOOLEAN -> "a boolean";
      case NULL -> "null";
    };
  }
}
