package dev.sidecarctl.diagnostic;

/** The stable names of everything that sidecarctl complains of. Kept in alphabetical order. */
public enum Code {
  API_VERSION("api-version"),
  CONTROL_CHARACTER("control-character"),
  DOCUMENT_SEPARATOR("document-separator"),
  DUPLICATE_KEY("duplicate-key"),
  LOST_DOCUMENT("lost-document"),
  MANIFEST_TYPE("manifest-type"),
  NOT_UTF8("not-utf8"),
  OPENSHIFT_TEMPLATE("openshift-template"),
  PARAMETER_REQUIRED("parameter-required"),
  PARAMETER_UNKNOWN("parameter-unknown"),
  PARAMETER_VALUE("parameter-value"),
  REFERENCE_UNKNOWN("reference-unknown"),
  REFERENCE_VALUE("reference-value"),
  TEMPLATE_DUPLICATE("template-duplicate"),
  TEMPLATE_EMPTY("template-empty"),
  TEMPLATE_KEY_UNSUPPORTED("template-key-unsupported"),
  TEMPLATE_KIND("template-kind"),
  TEMPLATE_MISSING_KEY("template-missing-key"),
  TEMPLATE_NAME("template-name"),
  TEMPLATE_TYPE("template-type"),
  TEMPLATE_UNKNOWN_KEY("template-unknown-key"),
  TEMPLATE_VALUE("template-value"),
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
