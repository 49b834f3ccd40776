package dev.sidecarctl.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The stable names of everything that sidecarctl complains of. Kept in alphabetical order. */
public enum Code {
  ANNOTATION_INVALID(Nature.ERROR, "annotation-invalid"),
  API_VERSION(Nature.WARNING, "api-version"),
  AUTOMOUNT_KEPT(Nature.WARNING, "automount-kept"),
  AUTOSCALER_SHIFTED(Nature.WARNING, "autoscaler-shifted"),
  BUDGET_SHARED(Nature.WARNING, "budget-shared"),
  CANNOT_JOIN(Nature.ERROR, "cannot-join"),
  CANNOT_READ(Nature.ERROR, "cannot-read"),
  CANNOT_WRITE(Nature.ERROR, "cannot-write"),
  CONDITION_NEVER(Nature.WARNING, "condition-never"),
  CONFIGURATION_AMBIGUOUS(Nature.ERROR, "configuration-ambiguous"),
  CONFIGURATION_DUPLICATE(Nature.ERROR, "configuration-duplicate"),
  CONFIGURATION_KIND(Nature.ERROR, "configuration-kind"),
  CONFIGURATION_MISSING_KEY(Nature.ERROR, "configuration-missing-key"),
  CONFIGURATION_PATH(Nature.ERROR, "configuration-path"),
  CONFIGURATION_TYPE(Nature.ERROR, "configuration-type"),
  CONFIGURATION_UNKNOWN_KEY(Nature.ERROR, "configuration-unknown-key"),
  CONFIGURATION_VALUE(Nature.ERROR, "configuration-value"),
  CONTAINER_CONFLICT(Nature.CONFLICT, "container-conflict"),
  CONTAINER_NAMELESS(Nature.ERROR, "container-nameless"),
  CONTROL_CHARACTER(Nature.ERROR, "control-character"),
  DOCUMENT_SEPARATOR(Nature.WARNING, "document-separator"),
  DOWNGRADE(Nature.WARNING, "downgrade"),
  DRIFT(Nature.WARNING, "drift"),
  DRIFT_CONFLICT(Nature.CONFLICT, "drift-conflict"),
  DUPLICATE_KEY(Nature.WARNING, "duplicate-key"),
  DUPLICATE_VALUE(Nature.ERROR, "duplicate-value"),
  EDIT_NOT_POSSIBLE(Nature.ERROR, "edit-not-possible"),
  EMPTY_FOLDER(Nature.WARNING, "empty-folder"),
  ENV_CONFLICT(Nature.CONFLICT, "env-conflict"),
  FAILS_LATER(Nature.ERROR, "fails-later"),
  FIELD_CONFLICT(Nature.CONFLICT, "field-conflict"),
  FIELD_DROPPED(Nature.ERROR, "field-dropped"),
  FORBIDDEN_FIELD(Nature.ERROR, "forbidden-field"),
  GO_TEMPLATE(Nature.ERROR, "go-template"),
  HARD_LINK(Nature.WARNING, "hard-link"),
  IMAGE_MUTABLE(Nature.WARNING, "image-mutable"),
  INVALID_VALUE(Nature.ERROR, "invalid-value"),
  JOB_NEVER_COMPLETES(Nature.ERROR, "job-never-completes"),
  JOB_OWN_SIDECAR(Nature.WARNING, "job-own-sidecar"),
  KIND_NOT_SERVED(Nature.ERROR, "kind-not-served"),
  KNATIVE_FEATURE(Nature.WARNING, "knative-feature"),
  KNATIVE_FIELD(Nature.ERROR, "knative-field"),
  KUSTOMIZE_FUNCTION(Nature.WARNING, "kustomize-function"),
  LIMIT_RANGE(Nature.WARNING, "limit-range"),
  LOST_DOCUMENT(Nature.WARNING, "lost-document"),
  MANIFEST_TYPE(Nature.ERROR, "manifest-type"),
  MATCH_TOO_WIDE(Nature.WARNING, "match-too-wide"),
  MEMORY_UNLIMITED(Nature.WARNING, "memory-unlimited"),
  MERGE_KEY(Nature.ERROR, "merge-key"),
  MOUNT_CONFLICT(Nature.CONFLICT, "mount-conflict"),
  MOUNT_NESTED(Nature.WARNING, "mount-nested"),
  MOUNT_READ_ONLY(Nature.CONFLICT, "mount-read-only"),
  NAME_CLASH(Nature.WARNING, "name-clash"),
  NATIVE_FIELD_DROPPED(Nature.WARNING, "native-field-dropped"),
  NOT_FOUND(Nature.ERROR, "not-found"),
  NOT_UTF8(Nature.ERROR, "not-utf8"),
  NOTHING_MATCHED(Nature.ERROR, "nothing-matched"),
  OPENSHIFT_TEMPLATE(Nature.WARNING, "openshift-template"),
  OS_MISMATCH(Nature.WARNING, "os-mismatch"),
  PARAMETER_REQUIRED(Nature.ERROR, "parameter-required"),
  PARAMETER_UNDOCUMENTED(Nature.WARNING, "parameter-undocumented"),
  PARAMETER_UNKNOWN(Nature.ERROR, "parameter-unknown"),
  PARAMETER_UNSAFE(Nature.ERROR, "parameter-unsafe"),
  PARAMETER_UNTRIED(Nature.WARNING, "parameter-untried"),
  PARAMETER_UNUSED(Nature.WARNING, "parameter-unused"),
  PARAMETER_VALUE(Nature.ERROR, "parameter-value"),
  PASSED_THROUGH(Nature.NOTE, "passed-through"),
  PLACEMENT_FALLBACK(Nature.WARNING, "placement-fallback"),
  POD_FAILURE_POLICY(Nature.WARNING, "pod-failure-policy"),
  POD_NETWORK_REQUIRED(Nature.ERROR, "pod-network-required"),
  POD_NETWORK_SKIPPED(Nature.WARNING, "pod-network-skipped"),
  POD_SECURITY(Nature.ERROR, "pod-security"),
  POD_SECURITY_RESTRICTED(Nature.WARNING, "pod-security-restricted"),
  PORT_CONFLICT(Nature.ERROR, "port-conflict"),
  PORT_NAME_CONFLICT(Nature.WARNING, "port-name-conflict"),
  PROBE_INTERCEPTED(Nature.WARNING, "probe-intercepted"),
  PROBE_PORT(Nature.WARNING, "probe-port"),
  QOS_LOST(Nature.WARNING, "qos-lost"),
  READ_ONLY_ROOT(Nature.WARNING, "read-only-root"),
  RECORD_BROKEN(Nature.ERROR, "record-broken"),
  RECORD_NEWER(Nature.ERROR, "record-newer"),
  REFERENCE_MISSING(Nature.WARNING, "reference-missing"),
  REFERENCE_UNKNOWN(Nature.ERROR, "reference-unknown"),
  REFERENCE_VALUE(Nature.ERROR, "reference-value"),
  REQUIRED_VALUE(Nature.ERROR, "required-value"),
  RESOURCES_MISSING(Nature.WARNING, "resources-missing"),
  RESOURCES_UNSET(Nature.WARNING, "resources-unset"),
  ROOT_REFUSED(Nature.WARNING, "root-refused"),
  SECRET_LITERAL(Nature.WARNING, "secret-literal"),
  SELECTOR_LABEL(Nature.ERROR, "selector-label"),
  SERVER_WARNING(Nature.WARNING, "server-warning"),
  SERVICE_SELECTION(Nature.WARNING, "service-selection"),
  SHARED_ANCHOR(Nature.ERROR, "shared-anchor"),
  STARTUP_PROBE_MISSING(Nature.WARNING, "startup-probe-missing"),
  SUB_PATH_STALE(Nature.WARNING, "sub-path-stale"),
  TEMPLATE_CYCLE(Nature.ERROR, "template-cycle"),
  TEMPLATE_DUPLICATE(Nature.ERROR, "template-duplicate"),
  TEMPLATE_EMPTY(Nature.ERROR, "template-empty"),
  TEMPLATE_GONE(Nature.WARNING, "template-gone"),
  TEMPLATE_KIND(Nature.ERROR, "template-kind"),
  TEMPLATE_MISSING_KEY(Nature.ERROR, "template-missing-key"),
  TEMPLATE_NAME(Nature.ERROR, "template-name"),
  TEMPLATE_TYPE(Nature.ERROR, "template-type"),
  TEMPLATE_UNKNOWN(Nature.ERROR, "template-unknown"),
  TEMPLATE_UNKNOWN_KEY(Nature.ERROR, "template-unknown-key"),
  TEMPLATE_VALUE(Nature.ERROR, "template-value"),
  TOO_LARGE(Nature.ERROR, "too-large"),
  TOO_LONG(Nature.ERROR, "too-long"),
  TOO_MANY(Nature.ERROR, "too-many"),
  TOOL_VERSION(Nature.ERROR, "tool-version"),
  UNKNOWN_FIELD(Nature.ERROR, "unknown-field"),
  UNREADABLE_VALUE(Nature.ERROR, "unreadable-value"),
  UNSUPPORTED_VALUE(Nature.ERROR, "unsupported-value"),
  USAGE(Nature.ERROR, "usage"),
  USERS_DIFFER(Nature.WARNING, "users-differ"),
  VARIABLE_UNDEFINED(Nature.WARNING, "variable-undefined"),
  VOLUME_CONFLICT(Nature.CONFLICT, "volume-conflict"),
  VOLUME_IN_USE(Nature.ERROR, "volume-in-use"),
  VOLUME_UNMOUNTED(Nature.WARNING, "volume-unmounted"),
  WORKLOAD_REF(Nature.WARNING, "workload-ref"),
  WRONG_TYPE(Nature.ERROR, "wrong-type"),
  YAML_DIRECTIVE(Nature.WARNING, "yaml-directive"),
  YAML_SYNTAX(Nature.ERROR, "yaml-syntax");

  /** What may be said about the complaints of a code in advance. */
  public enum Nature {
    /** They forbid writing, whatever anybody says. */
    ERROR,
    /** A conflict policy decides; when it keeps or replaces, they are warnings. */
    CONFLICT,
    /** They forbid nothing, as a rule, and a project may raise or silence them. */
    WARNING,
    /** They are said with {@code -v} alone. */
    NOTE
  }

  private final Nature nature;
  private final String word;

  Code(Nature nature, String word) {
    this.nature = nature;
    this.word = word;
  }

  /** What may be said about its complaints in advance. */
  public Nature nature() {
    return nature;
  }

  /** The code of that name; empty if there is none. */
  public static Optional<Code> of(String word) {
    for (Code code : values()) {
      if (code.word.equals(word)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  /** The names of all codes of some natures, for advice on slips. */
  public static List<String> words(Set<Nature> natures) {
    List<String> words = new ArrayList<>();
    for (Code code : values()) {
      if (natures.contains(code.nature)) {
        words.add(code.word);
      }
    }
    return words;
  }

  /** The name as printed and as given on the command line. */
  public String word() {
    return word;
  }
}
