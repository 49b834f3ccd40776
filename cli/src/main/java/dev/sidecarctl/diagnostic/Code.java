package dev.sidecarctl.diagnostic;

/** The stable names of everything that sidecarctl complains of. Kept in alphabetical order. */
public enum Code {
  DUPLICATE_KEY("duplicate-key"),
  RECORD_BROKEN("record-broken"),
  RECORD_NEWER("record-newer"),
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
