package dev.sidecarctl.diagnostic;

/** The stable names of everything that sidecarctl complains of. Kept in alphabetical order. */
public enum Code {
  ANNOTATION_INVALID("annotation-invalid"),
  API_VERSION("api-version"),
  AUTOMOUNT_KEPT("automount-kept"),
  CANNOT_JOIN("cannot-join"),
  CANNOT_READ("cannot-read"),
  CANNOT_WRITE("cannot-write"),
  CONTAINER_CONFLICT("container-conflict"),
  CONTROL_CHARACTER("control-character"),
  DOCUMENT_SEPARATOR("document-separator"),
  DRIFT("drift"),
  DRIFT_CONFLICT("drift-conflict"),
  DUPLICATE_KEY("duplicate-key"),
  EDIT_NOT_POSSIBLE("edit-not-possible"),
  EMPTY_FOLDER("empty-folder"),
  ENV_KEPT("env-kept"),
  FIELD_CONFLICT("field-conflict"),
  GO_TEMPLATE("go-template"),
  JOB_NEVER_COMPLETES("job-never-completes"),
  LOST_DOCUMENT("lost-document"),
  MANIFEST_TYPE("manifest-type"),
  MERGE_KEY("merge-key"),
  MOUNT_CONFLICT("mount-conflict"),
  MOUNT_READ_ONLY("mount-read-only"),
  NATIVE_FIELD_DROPPED("native-field-dropped"),
  NOTHING_MATCHED("nothing-matched"),
  NOT_UTF8("not-utf8"),
  OPENSHIFT_TEMPLATE("openshift-template"),
  OS_MISMATCH("os-mismatch"),
  PARAMETER_REQUIRED("parameter-required"),
  PARAMETER_UNKNOWN("parameter-unknown"),
  PARAMETER_VALUE("parameter-value"),
  PASSED_THROUGH("passed-through"),
  PLACEMENT_FALLBACK("placement-fallback"),
  POD_NETWORK_SKIPPED("pod-network-skipped"),
  PORT_CONFLICT("port-conflict"),
  PORT_NAME_CONFLICT("port-name-conflict"),
  RECORD_BROKEN("record-broken"),
  RECORD_NEWER("record-newer"),
  REFERENCE_UNKNOWN("reference-unknown"),
  REFERENCE_VALUE("reference-value"),
  SHARED_ANCHOR("shared-anchor"),
  TEMPLATE_DUPLICATE("template-duplicate"),
  TEMPLATE_EMPTY("template-empty"),
  TEMPLATE_KEY_UNSUPPORTED("template-key-unsupported"),
  TEMPLATE_KIND("template-kind"),
  TEMPLATE_MISSING_KEY("template-missing-key"),
  TEMPLATE_NAME("template-name"),
  TEMPLATE_TYPE("template-type"),
  TEMPLATE_UNKNOWN("template-unknown"),
  TEMPLATE_UNKNOWN_KEY("template-unknown-key"),
  TEMPLATE_VALUE("template-value"),
  TOO_LARGE("too-large"),
  UNREADABLE_VALUE("unreadable-value"),
  USAGE("usage"),
  VARIABLE_UNDEFINED("variable-undefined"),
  VOLUME_CONFLICT("volume-conflict"),
  VOLUME_IN_USE("volume-in-use"),
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
