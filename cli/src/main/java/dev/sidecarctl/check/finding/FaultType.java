package dev.sidecarctl.check.finding;

import dev.sidecarctl.diagnostic.Code;

/**
 * The kinds of errors of an API server ({@code apimachinery/pkg/util/validation/field}), and ours.
 */
public enum FaultType {
  REQUIRED("Required value", Code.REQUIRED_VALUE),
  INVALID("Invalid value", Code.INVALID_VALUE),
  DUPLICATE("Duplicate value", Code.DUPLICATE_VALUE),
  NOT_FOUND("Not found", Code.NOT_FOUND),
  UNSUPPORTED("Unsupported value", Code.UNSUPPORTED_VALUE),
  FORBIDDEN("Forbidden", Code.FORBIDDEN_FIELD),
  TOO_LONG("Too long", Code.TOO_LONG),
  TOO_MANY("Too many", Code.TOO_MANY),
  UNKNOWN_FIELD("", Code.UNKNOWN_FIELD),
  WRONG_TYPE("", Code.WRONG_TYPE),
  NOT_SERVED("", Code.KIND_NOT_SERVED),
  DROPPED("", Code.FIELD_DROPPED),
  FAILS_LATER("", Code.FAILS_LATER),
  POD_SECURITY("", Code.POD_SECURITY),
  MOUNT_NESTED("", Code.MOUNT_NESTED),
  SUB_PATH_STALE("", Code.SUB_PATH_STALE),
  ROOT_REFUSED("", Code.ROOT_REFUSED),
  MEMORY_UNLIMITED("", Code.MEMORY_UNLIMITED),
  USERS_DIFFER("", Code.USERS_DIFFER),
  QOS_LOST("", Code.QOS_LOST),
  BUDGET_SHARED("", Code.BUDGET_SHARED),
  RESOURCES_MISSING("", Code.RESOURCES_MISSING),
  LIMIT_RANGE("", Code.LIMIT_RANGE),
  REFERENCE_MISSING("", Code.REFERENCE_MISSING),
  AUTOSCALER_SHIFTED("", Code.AUTOSCALER_SHIFTED),
  WARNING("", Code.SERVER_WARNING);

  private final String words;
  private final Code code;

  FaultType(String words, Code code) {
    this.words = words;
    this.code = code;
  }

  /** As an API server says it; empty for what only we say. */
  public String words() {
    return words;
  }

  /** Whether it forbids nothing. */
  public boolean isWarning() {
    return code.nature() == Code.Nature.WARNING;
  }

  /** The name under which it is reported. */
  public Code code() {
    return code;
  }
}
