package dev.sidecarctl.check.pod;

import dev.sidecarctl.check.finding.Field;
import dev.sidecarctl.check.finding.Findings;
import dev.sidecarctl.kubernetes.Names;
import dev.sidecarctl.kubernetes.Quantities;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Requests and limits of containers ({@code ValidateContainerResourceRequirements}). */
final class ResourceCheck {
  private static final List<String> RESIZABLE = List.of("cpu", "memory");
  private static final List<String> RESIZES = List.of("NotRequired", "RestartContainer");

  private static final String HUGE_PAGES = "hugepages-";

  private final PodContext pod;
  private final Findings findings;

  ResourceCheck(PodContext pod) {
    this.pod = pod;
    this.findings = pod.findings();
  }

  void container(Field container) {
    Field resources = container.key("resources");
    Field limits = resources.key("limits");
    Field requests = resources.key("requests");
    for (Field limit : limits.entries()) {
      amount(limit);
    }
    for (Field request : requests.entries()) {
      amount(request);
    }
    related(resources);
    claims(resources, false);
    resizePolicy(container);
  }

  private void amount(Field entry) {
    for (String reason : ResourceNames.ofContainer(entry.name())) {
      findings.invalid(entry, Findings.quoted(entry.name()), reason);
    }
    value(entry, findings);
  }

  /** Huge pages are handed out whole. */
  private void pages(Field entry) {
    String size =
        entry.name().startsWith(HUGE_PAGES) ? entry.name().substring(HUGE_PAGES.length()) : "";
    String text = entry.scalarText();
    if (Quantities.canonical(size).isPresent()
        && Quantities.canonical(text).isPresent()
        && !Quantities.isMultiple(text, size)) {
      findings.invalid(
          entry,
          Findings.quoted(text),
          text + " is not positive integer multiple of " + entry.name());
    }
  }

  /** Not negative, and whole where it counts things ({@code ValidateResourceQuantityValue}). */
  static void value(Field entry, Findings findings) {
    String text = entry.scalarText();
    if (text.isEmpty() || Quantities.canonical(text).isEmpty()) {
      return;
    }
    if (Quantities.compare(text, "0") < 0) {
      findings.invalid(entry, Findings.quoted(text), "must be greater than or equal to 0");
    }
    if (ResourceNames.isCounted(entry.name()) && !Quantities.isMilliWhole(text)) {
      findings.invalid(entry, Findings.quoted(text), "must be an integer");
    }
  }

  /** The rules for requests and limits that hold for pods and containers alike. */
  void related(Field resources) {
    for (Field request : resources.key("requests").entries()) {
      compare(request, resources.key("limits"));
      pages(request);
    }
    for (Field limit : resources.key("limits").entries()) {
      pages(limit);
    }
    hugePages(resources);
  }

  /** What a pod takes beside its containers. */
  void overhead(Field overhead) {
    for (Field entry : overhead.entries()) {
      amount(entry);
    }
  }

  private void compare(Field request, Field limits) {
    String name = request.name();
    Field limit = limits.entry(name);
    boolean overcommit = ResourceNames.isOvercommitAllowed(name);
    if (!limit.isWritten()) {
      if (!overcommit) {
        findings.required(limits, "Limit must be set for non overcommitable resources");
      }
      return;
    }
    String asked = request.isSet() ? request.scalarText() : "0";
    String most = limit.isSet() ? limit.scalarText() : "0";
    if (Quantities.canonical(asked).isEmpty() || Quantities.canonical(most).isEmpty()) {
      return;
    }
    int order = Quantities.compare(asked, most);
    if (order != 0 && !overcommit) {
      findings.invalid(
          request.parent(),
          Findings.quoted(asked),
          "must be equal to " + name + " limit of " + most);
    } else if (order > 0) {
      findings.invalid(
          request.parent(),
          Findings.quoted(asked),
          "must be less than or equal to " + name + " limit of " + most);
    }
  }

  private void hugePages(Field resources) {
    boolean huge = false;
    boolean usual = false;
    for (String key : List.of("limits", "requests")) {
      for (Field entry : resources.key(key).entries()) {
        huge |= entry.name().startsWith(HUGE_PAGES);
        usual |= entry.name().equals("cpu") || entry.name().equals("memory");
      }
    }
    if (huge && !usual) {
      findings.forbidden(resources, "HugePages require cpu or memory");
    }
  }

  /**
   * Claims of devices.
   *
   * @param ofPod whether it is about the pod's own resources
   */
  void claims(Field resources, boolean ofPod) {
    List<Field> claims = resources.items("claims");
    if (ofPod && !claims.isEmpty()) {
      findings.forbidden(
          resources.key("claims"), "claims may not be set for Resources at pod-level");
    }
    Set<String> declared = new TreeSet<>();
    for (Field claim : pod.spec().items("resourceClaims")) {
      declared.add(claim.key("name").text());
    }
    Set<String> seen = new HashSet<>();
    for (Field claim : claims) {
      String name = claim.key("name").text();
      String request = claim.key("request").text();
      if (name.isEmpty()) {
        findings.required(claim);
        continue;
      }
      if (!request.isEmpty()) {
        findings.invalid(claim.key("request"), Names.label(request));
      }
      Optional<String> said = claimed(name, request, seen);
      if (said.isPresent()) {
        findings.duplicate(claim, Findings.quoted(said.get()));
      } else if (!declared.contains(name)) {
        findings.notFound(
            claim.key("name").named(""),
            "must be one of the names in pod.spec.resourceClaims"
                + (declared.isEmpty() ? " which is empty" : ": " + String.join(", ", declared)));
      }
    }
  }

  /**
   * What of a claim was named before: all its requests, the one, or any where all are named now.
   *
   * @param seen takes it in
   */
  private static Optional<String> claimed(String name, String request, Set<String> seen) {
    String key = request.isEmpty() ? name : name + "/" + request;
    boolean one = request.isEmpty() && seen.stream().anyMatch(it -> it.startsWith(name + "/"));
    if (one || seen.contains(name)) {
      return Optional.of(name);
    }
    return seen.add(key) ? Optional.empty() : Optional.of(key);
  }

  private void resizePolicy(Field container) {
    Field list = container.key("resizePolicy");
    Set<String> seen = new HashSet<>();
    for (Field policy : list.items()) {
      Field resource = policy.key("resourceName");
      word(policy, resource, RESIZABLE);
      Field restart = policy.key("restartPolicy");
      word(policy, restart, RESIZES);
      if (!resource.text().isEmpty() && !seen.add(resource.text())) {
        findings.duplicate(policy, Findings.quoted(resource.text()));
      }
      if (pod.restartPolicy().equals("Never") && !restart.says("NotRequired")) {
        findings.invalid(
            policy,
            Findings.quoted(restart.text()),
            "must be 'NotRequired' when pod `restartPolicy` is 'Never'");
      }
      boolean init = container.parent().name().equals("initContainers");
      if (init && !PodContext.isNativeSidecar(container) && restart.says("RestartContainer")) {
        findings.invalid(
            restart, "must not be set to 'RestartContainer' for non-sidecar initContainers");
      }
    }
  }

  private void word(Field policy, Field field, List<String> words) {
    if (field.isEmpty()) {
      findings.required(policy);
    } else if (field.isText() && !words.contains(field.text())) {
      findings.unsupported(policy, Findings.quoted(field.text()), words);
    }
  }
}
