package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.LabelNames;
import dev.sidecarctl.kubernetes.Quantities;
import java.util.List;
import java.util.Locale;

/** What a pod may tell of itself ({@code validateObjectFieldSelector} and its like). */
final class DownwardCheck {
  private static final List<String> KNOWN =
      List.of(
          "metadata.annotations",
          "metadata.labels",
          "metadata.name",
          "metadata.namespace",
          "metadata.uid",
          "spec.nodeName",
          "spec.restartPolicy",
          "spec.serviceAccountName",
          "spec.schedulerName",
          "status.phase",
          "status.hostIP",
          "status.hostIPs",
          "status.podIP",
          "status.podIPs");
  private static final List<String> RESOURCES =
      List.of(
          "limits.cpu",
          "limits.ephemeral-storage",
          "limits.memory",
          "requests.cpu",
          "requests.ephemeral-storage",
          "requests.memory");
  private static final List<String> DECIMAL = List.of("1", "1k", "1M", "1G", "1T", "1P", "1E");
  private static final List<String> BINARY = List.of("1Ki", "1Mi", "1Gi", "1Ti", "1Pi", "1Ei");
  private static final String SIZES = "1, 1k, 1M, 1G, 1T, 1P, 1E, 1Ki, 1Mi, 1Gi, 1Ti, 1Pi, and 1Ei";

  private final Findings findings;

  DownwardCheck(Findings findings) {
    this.findings = findings;
  }

  /**
   * A reference to a field of the pod.
   *
   * @param allowed the fields that may be referred to there, sorted
   */
  void fieldRef(Field reference, List<String> allowed) {
    Field version = reference.key("apiVersion");
    Field path = reference.key("fieldPath");
    if (path.isEmpty()) {
      findings.required(path);
      return;
    }
    String text = path.text();
    if (!version.text().isEmpty() && !version.says("v1")) {
      findings.invalid(
          path, "error converting fieldPath: unsupported pod version: " + version.text());
      return;
    }
    int bracket = text.indexOf("['");
    if (bracket > 0 && text.endsWith("']")) {
      subscript(reference, path, text.substring(0, bracket), text);
    } else if (!KNOWN.contains(text) && !text.equals("spec.host")) {
      findings.invalid(path, "error converting fieldPath: field label not supported: " + text);
    } else if (!allowed.contains(text.equals("spec.host") ? "spec.nodeName" : text)) {
      findings.unsupported(path, allowed);
    }
  }

  private void subscript(Field reference, Field path, String map, String text) {
    String key = text.substring(map.length() + 2, text.length() - 2);
    if (map.equals("metadata.labels")) {
      qualified(reference, key, key);
    } else if (map.equals("metadata.annotations")) {
      qualified(reference, key, key.toLowerCase(Locale.ROOT));
    } else {
      findings.invalid(
          path, "error converting fieldPath: field label does not support subscript: " + text);
    }
  }

  private void qualified(Field reference, String key, String checked) {
    for (String reason : LabelNames.qualified(checked)) {
      findings.invalid(reference, Findings.quoted(key), reason);
    }
  }

  /**
   * A reference to a resource of a container.
   *
   * @param needsContainer whether it must say whose, as in volumes
   */
  void resourceFieldRef(Field reference, boolean needsContainer) {
    if (needsContainer && reference.key("containerName").isEmpty()) {
      findings.required(reference.key("containerName"));
      return;
    }
    Field resource = reference.key("resource");
    String name = resource.text();
    if (resource.isEmpty()) {
      findings.required(resource);
    } else if (!RESOURCES.contains(name) && !isHugePages(name)) {
      findings.unsupported(resource, RESOURCES);
    }
    if (RESOURCES.contains(name) || isHugePages(name)) {
      divisor(reference.key("divisor"), name);
    }
  }

  private static boolean isHugePages(String name) {
    return name.startsWith("limits.hugepages-") || name.startsWith("requests.hugepages-");
  }

  private void divisor(Field divisor, String resource) {
    String text = divisor.scalarText();
    if (text.isEmpty() || Quantities.canonical(text).isEmpty() || Quantities.same(text, "0")) {
      return;
    }
    boolean cpu = resource.endsWith(".cpu");
    boolean fits = cpu ? same(text, List.of("1m", "1")) : isSize(text);
    if (fits || resource.isEmpty()) {
      return;
    }
    String what = "the " + resource.substring(resource.indexOf('.') + 1) + " resource";
    if (resource.endsWith(".ephemeral-storage")) {
      what = "the local ephemeral storage resource";
    } else if (isHugePages(resource)) {
      what = "the hugepages resource";
    }
    findings.invalid(
        divisor,
        Findings.quoted(resource),
        "only divisor's values " + (cpu ? "1m and 1" : SIZES) + " are supported with " + what);
  }

  private static boolean isSize(String text) {
    return same(text, DECIMAL) || (text.endsWith("i") && same(text, BINARY));
  }

  private static boolean same(String text, List<String> quantities) {
    for (String quantity : quantities) {
      if (Quantities.same(text, quantity)) {
        return true;
      }
    }
    return false;
  }
}
