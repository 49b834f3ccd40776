package dev.sidecarctl.kubernetes;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a part of a pod means to Kubernetes, whatever way it is written: API defaults are taken out
 * (SetDefaults of {@code k8s.io/kubernetes/pkg/apis/core/v1/defaults.go}), quantities are brought
 * to one form, nulls and empty strings are absent, keys are sorted. Two parts are the same to a
 * cluster when their meanings are equal.
 */
public final class Meaning {
  private static final Map<String, Map<String, String>> DEFAULTS =
      Map.ofEntries(
          Map.entry(
              "containers",
              Map.of(
                  "terminationMessagePath", "/dev/termination-log",
                  "terminationMessagePolicy", "File")),
          Map.entry("ports", Map.of("protocol", "TCP", "hostPort", "0")),
          Map.entry(
              "probe",
              Map.of(
                  "timeoutSeconds", "1",
                  "periodSeconds", "10",
                  "successThreshold", "1",
                  "failureThreshold", "3",
                  "initialDelaySeconds", "0")),
          Map.entry("httpGet", Map.of("scheme", "HTTP", "path", "/")),
          Map.entry("fieldRef", Map.of("apiVersion", "v1")),
          Map.entry("resourceFieldRef", Map.of("divisor", "0")),
          Map.entry("configMap", Map.of("defaultMode", "420")),
          Map.entry("secret", Map.of("defaultMode", "420")),
          Map.entry("downwardAPI", Map.of("defaultMode", "420")),
          Map.entry("projected", Map.of("defaultMode", "420")),
          Map.entry("serviceAccountToken", Map.of("expirationSeconds", "3600")),
          Map.entry("awsElasticBlockStore", Map.of("partition", "0")),
          Map.entry("gcePersistentDisk", Map.of("partition", "0")),
          Map.entry("iscsi", Map.of("iscsiInterface", "default")),
          Map.entry("rbd", Map.of("pool", "rbd", "user", "admin", "keyring", "/etc/ceph/keyring")),
          Map.entry(
              "azureDisk", Map.of("cachingMode", "ReadWrite", "fsType", "ext4", "kind", "Shared")),
          Map.entry("scaleIO", Map.of("storageMode", "ThinProvisioned", "fsType", "xfs")),
          // Of the claim template of an ephemeral volume; a pod's spec has no such field.
          Map.entry("spec", Map.of("volumeMode", "Filesystem")));

  /** Flags that the API's own encoder leaves out when they are false. */
  private static final Set<String> FALSE_IS_NONE =
      Set.of(
          "hostNetwork",
          "hostPID",
          "hostIPC",
          "stdin",
          "stdinOnce",
          "tty",
          "readOnly",
          "sslEnabled",
          "chapAuthDiscovery",
          "chapAuthSession");

  private static final Map<String, String> SAME_SHAPE =
      Map.of(
          "initContainers", "containers",
          "ephemeralContainers", "containers",
          "livenessProbe", "probe",
          "readinessProbe", "probe",
          "startupProbe", "probe");

  /** Mappings whose keys and values are the user's: an empty string there is a value. */
  private static final Set<String> FREE_MAPPINGS =
      Set.of("labels", "annotations", "nodeSelector", "matchLabels", "options", "volumeAttributes");

  private static final Set<String> QUANTITY_MAPPINGS = Set.of("limits", "requests", "overhead");
  private static final Set<String> QUANTITY_FIELDS = Set.of("sizeLimit", "divisor", "storage");

  /** Where in a container a volume goes: a slash at the end does not matter. */
  private static final Set<String> PATH_FIELDS = Set.of("mountPath", "devicePath");

  private Meaning() {}

  /**
   * The meaning of a value.
   *
   * @param field the field that holds the value; for an item of a list, the list's field
   * @param value as written
   */
  public static Value of(String field, Value value) {
    if (value instanceof Value.Mapping mapping) {
      return ofMapping(field, mapping);
    }
    if (value instanceof Value.Sequence sequence) {
      return ofSequence(field, sequence);
    }
    Value.Scalar scalar = (Value.Scalar) value;
    if (QUANTITY_FIELDS.contains(field)) {
      return quantity(scalar);
    }
    if (PATH_FIELDS.contains(field)) {
      return scalar.kind() == Value.Kind.STRING
          ? Value.text(ListMapKeys.normalPath(scalar.text()))
          : scalar;
    }
    return scalar;
  }

  /** Whether two values mean the same; see {@link #of}. */
  public static boolean same(String field, Value left, Value right) {
    return left.equals(right) || of(field, left).equals(of(field, right));
  }

  /**
   * Whether a field of a mapping means so much the same as none that the API's own encoder leaves
   * it out. It writes an empty {@code securityContext}, and no empty {@code nodeSelector}.
   *
   * @param holder the field that holds the mapping; for an item of a list, the list's field
   */
  public static boolean isNone(String holder, String field, Value value) {
    boolean struct =
        value instanceof Value.Mapping
            && !FREE_MAPPINGS.contains(field)
            && !QUANTITY_MAPPINGS.contains(field);
    return !struct && meaningOfEntry(holder, field, value) == null;
  }

  /**
   * The meaning of an entry of a mapping, which may depend on the mapping: {@code cpu} is a
   * quantity under {@code limits}, and a text among {@code labels}.
   *
   * @param holder the field that holds the mapping
   * @param field the entry's key
   * @param value as written
   */
  public static Value ofEntry(String holder, String field, Value value) {
    if (FREE_MAPPINGS.contains(holder)) {
      return value.isNull() ? Value.text("") : value;
    }
    return QUANTITY_MAPPINGS.contains(holder) && value instanceof Value.Scalar scalar
        ? quantity(scalar)
        : of(field, value);
  }

  /** Whether two values of an entry mean the same; see {@link #ofEntry}. */
  public static boolean sameEntry(String holder, String field, Value left, Value right) {
    return left.equals(right) || ofEntry(holder, field, left).equals(ofEntry(holder, field, right));
  }

  private static Value ofSequence(String field, Value.Sequence sequence) {
    List<Value> items = new ArrayList<>();
    for (Value item : sequence.items()) {
      items.add(of(field, item));
    }
    return Value.Sequence.of(items);
  }

  private static Value ofMapping(String field, Value.Mapping mapping) {
    String shape = SAME_SHAPE.getOrDefault(field, field);
    Map<String, Value> kept = new TreeMap<>();
    for (Map.Entry<String, Value> entry : mapping.entries().entrySet()) {
      Value meaning = meaningOfEntry(field, entry.getKey(), entry.getValue());
      if (meaning != null) {
        kept.put(entry.getKey(), meaning);
      }
    }
    if (shape.equals("containers")) {
      dropDefaultPullPolicy(kept, "image", "imagePullPolicy");
    } else if (shape.equals("image")) {
      dropDefaultPullPolicy(kept, "reference", "pullPolicy");
    } else if (shape.equals("resources")) {
      dropRequestsThatLimitsImply(kept);
    } else if (shape.equals("volumes") && kept.size() == 1 && kept.containsKey("name")) {
      // A volume without a source is an emptyDir (SetDefaults_Volume).
      kept.put("emptyDir", Value.Mapping.empty());
    }
    return Value.Mapping.of(kept);
  }

  /** The meaning of a field of a mapping; null where it means the same as none. */
  private static @Nullable Value meaningOfEntry(String field, String key, Value value) {
    if (FREE_MAPPINGS.contains(field)) {
      return ofEntry(field, key, value);
    }
    if (value.isNull()) {
      return null;
    }
    Value meaning = ofEntry(field, key, value);
    return isEmpty(field, meaning) || isDefault(field, key, meaning) ? null : meaning;
  }

  /**
   * Empty strings, lists and mappings are left out by the API's own encoder; a volume's source is
   * not.
   */
  private static boolean isEmpty(String field, Value meaning) {
    if (meaning instanceof Value.Sequence sequence) {
      return sequence.items().isEmpty();
    }
    if (meaning instanceof Value.Mapping mapping) {
      return mapping.entries().isEmpty() && !field.equals("volumes");
    }
    return meaning.isText("");
  }

  private static boolean isDefault(String field, String key, Value meaning) {
    if (!(meaning instanceof Value.Scalar scalar)) {
      return false;
    }
    String shape = SAME_SHAPE.getOrDefault(field, field);
    return scalar.text().equals(DEFAULTS.getOrDefault(shape, Map.of()).get(key))
        || (FALSE_IS_NONE.contains(key) && scalar.text().equals("false"));
  }

  /**
   * Always for an image without a tag or tagged latest, else IfNotPresent (SetDefaults_Container).
   */
  private static void dropDefaultPullPolicy(
      Map<String, Value> holder, String imageField, String policyField) {
    Value image = holder.get(imageField);
    Value policy = holder.get(policyField);
    if (image == null || policy == null) {
      return;
    }
    String reference = image.asText().orElse("");
    String standard = isLatest(reference) ? "Always" : "IfNotPresent";
    if (policy.isText(standard)) {
      holder.remove(policyField);
    }
  }

  private static boolean isLatest(String image) {
    String last = image.substring(image.lastIndexOf('/') + 1);
    return last.indexOf(':') < 0 || last.endsWith(":latest");
  }

  /** Requests that are left out are set to the limits (SetDefaults_Pod). */
  private static void dropRequestsThatLimitsImply(Map<String, Value> resources) {
    if (!(resources.get("limits") instanceof Value.Mapping limits)
        || !(resources.get("requests") instanceof Value.Mapping requests)) {
      return;
    }
    Value.Mapping rest = requests;
    for (String name : limits.entries().keySet()) {
      if (limits.find(name).equals(requests.find(name))) {
        rest = rest.without(name);
      }
    }
    if (rest.entries().isEmpty()) {
      resources.remove("requests");
    } else {
      resources.put("requests", rest);
    }
  }

  private static Value quantity(Value.Scalar scalar) {
    Optional<String> canonical = Quantities.canonical(scalar.text());
    return canonical.isPresent() ? Value.text(canonical.get()) : scalar;
  }
}
