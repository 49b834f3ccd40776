package dev.sidecarctl.diagnostic;

/** The stable names of everything that sidecarctl complains of. Kept in alphabetical order. */
public enum Code {
  CANNOT_JOIN("cannot-join"),
  CANNOT_READ("cannot-read"),
  CANNOT_WRITE("cannot-write"),
  DUPLICATE_KEY("duplicate-key"),
  EMPTY_FOLDER("empty-folder"),
  INTERNAL("internal"),
  MISSING_PARAMETER("missing-parameter"),
  NOTHING_MATCHED("nothing-matched"),
  NOT_UTF8("not-utf8"),
  USAGE("usage"),
  YAML_SYNTAX("yaml-syntax");

  private final String word;

  Code(String word) {
    this.word = word;
  }

  /** The name as printed and as given on the command line. */
  public String word() {
    return word;
  }
}
