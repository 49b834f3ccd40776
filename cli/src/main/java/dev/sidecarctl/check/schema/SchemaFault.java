package dev.sidecarctl.check.schema;

import java.util.List;

/**
 * A place where an object is not as its schema says.
 *
 * @param kind in what way
 * @param path mapping keys ({@link String}) and list indices ({@link Integer}) from the root; that
 *     of the missing or unknown field itself
 * @param type of the object that the field is missing or unknown in; of the field in letters where
 *     it has another type; empty where the schema has no name
 * @param detail what the schema says of a value that it does not take; else empty
 */
public record SchemaFault(Kind kind, List<Object> path, String type, String detail) {

  /** In what way. */
  public enum Kind {
    UNKNOWN_FIELD,
    MISSING_FIELD,
    WRONG_TYPE,
    WRONG_FORMAT,
    WRONG_VALUE,
    UNSUPPORTED
  }

  /** Takes a copy. */
  public SchemaFault {
    path = List.copyOf(path);
  }
}
