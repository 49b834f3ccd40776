package dev.sidecarctl.diagnostic;

/** The stable names of everything that sidecarctl complains of. Kept in alphabetical order. */
public enum Code {
  CONTROL_CHARACTER("control-character"),
  DOCUMENT_SEPARATOR("document-separator"),
  DUPLICATE_KEY("duplicate-key"),
  EDIT_NOT_POSSIBLE("edit-not-possible"),
  GO_TEMPLATE("go-template"),
  LOST_DOCUMENT("lost-document"),
  MERGE_KEY("merge-key"),
  NOT_UTF8("not-utf8"),
  SHARED_ANCHOR("shared-anchor"),
  TOO_LARGE("too-large"),
  UNREADABLE_VALUE("unreadable-value"),
  YAML_DIRECTIVE("yaml-directive"),
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
