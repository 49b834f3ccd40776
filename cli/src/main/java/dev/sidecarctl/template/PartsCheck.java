package dev.sidecarctl.template;

import dev.sidecarctl.check.security.PodSecurityLevel;
import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.NearestWord;
import dev.sidecarctl.yaml.Value;
import java.util.List;
import java.util.Optional;

/**
 * Checks what the table of fields cannot say of a template's parts: words, names, contradictions.
 */
final class PartsCheck {
  /** Where containers go: of the template, or of one of them. */
  static final String PLACEMENT = "placement";

  static final List<String> PLACEMENTS = List.of("First", "Last");
  private static final List<String> SIDES = List.of("before", "after");
  static final List<String> SYSTEMS = List.of("linux", "windows");

  private final Problems problems;

  PartsCheck(Problems problems) {
    this.problems = problems;
  }

  void check(Value.Mapping spec, TemplateParts parts) {
    checkWord(spec, PLACEMENT, PLACEMENTS);
    checkPolicies(spec, parts);
    checkWord(spec.mapping("requires"), "os", SYSTEMS);
    checkWord(spec.mapping("requires"), "podSecurity", PodSecurityLevel.WORDS);
    RequiredNames names = new RequiredNames(problems);
    for (Value.Mapping sidecar : parts.sidecars()) {
      checkRestartPolicy(sidecar);
      checkContainer(sidecar, names);
    }
    for (Value.Mapping container : parts.containers()) {
      checkContainer(container, names);
    }
    for (Value.Mapping container : parts.initContainers()) {
      checkContainer(container, names);
    }
    for (Value.Mapping volume : parts.volumes()) {
      names.checkVolume(volume);
    }
    for (Value.Mapping target : parts.targets()) {
      checkTarget(target, names);
    }
    names.checkAnnotations(parts.pod());
  }

  /** What becomes of a conflict must be plain to see: no reference, one of the three words. */
  private void checkPolicies(Value.Mapping spec, TemplateParts parts) {
    checkPolicy(spec);
    checkPolicy(parts.pod());
    checkPolicies(parts.sidecars());
    checkPolicies(parts.containers());
    checkPolicies(parts.initContainers());
    checkPolicies(parts.volumes());
    for (Value.Mapping target : parts.targets()) {
      checkPolicy(target);
      for (String list : List.of("env", "volumeMounts", "ports")) {
        for (Value item : target.sequence(list).items()) {
          if (item instanceof Value.Mapping mapping) {
            checkPolicy(mapping);
          }
        }
      }
    }
  }

  private void checkPolicies(List<Value.Mapping> parts) {
    for (Value.Mapping part : parts) {
      checkPolicy(part);
    }
  }

  private void checkPolicy(Value.Mapping part) {
    checkWord(part, Part.ON_CONFLICT, ConflictPolicy.ALL);
  }

  private void checkWord(Value.Mapping mapping, String key, List<String> words) {
    Optional<String> word = mapping.findText(key);
    if (word.isPresent() && !words.contains(word.get())) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "\"" + word.get() + "\" is no value of " + key,
          mapping.find(key).orElse(mapping),
          NearestWord.help(word.get(), words));
    }
  }

  private void checkContainer(Value.Mapping container, RequiredNames names) {
    names.checkContainer(container);
    checkWord(container, PLACEMENT, PLACEMENTS);
    for (String side : SIDES) {
      if (container.find(side).isPresent() && container.find(PLACEMENT).isPresent()) {
        problems.add(
            Code.TEMPLATE_VALUE,
            "a container has a placement of its own or goes " + side + " another one, not both",
            container.keyOrigin(PLACEMENT),
            "leave one of the two out");
      }
    }
    if (container.find("before").isPresent() && container.find("after").isPresent()) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "a container goes before or after another one, not both",
          container.keyOrigin("after"),
          "leave one of the two out");
    }
    for (String side : SIDES) {
      Optional<String> other = container.findText(side);
      if (other.isPresent() && other.equals(container.findText("name"))) {
        problems.add(
            Code.TEMPLATE_VALUE,
            "a container cannot go " + side + " itself",
            container.find(side).orElse(container),
            "name another container of the list");
      }
    }
  }

  /** Whether a sidecar is native is decided by the cluster's version, not by the template. */
  private void checkRestartPolicy(Value.Mapping sidecar) {
    Optional<String> policy = sidecar.findText("restartPolicy");
    if (policy.isPresent() && !policy.get().equals("Always")) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "a sidecar's restartPolicy is Always",
          sidecar.find("restartPolicy").orElse(sidecar),
          "leave it out, or move the container to initContainers");
    }
  }

  private void checkTarget(Value.Mapping target, RequiredNames names) {
    names.checkParts(target);
    boolean given = false;
    boolean selects = false;
    for (String list : List.of("containers", "initContainers")) {
      given |= target.find(list).isPresent();
      selects |= isOpen(target, list) || !Globs.read(target.sequence(list), problems).isEmpty();
    }
    if (given && !selects) {
      problems.add(
          Code.TEMPLATE_VALUE,
          "the target means no container",
          target,
          "leave containers out to mean every container of the application");
    }
  }

  /** Whether it takes the parameters to tell what is in a list. */
  private static boolean isOpen(Value.Mapping target, String list) {
    Value value = target.find(list).orElse(Value.nothing());
    return value.asText().isPresent()
        || target.sequence(list).items().stream().anyMatch(Value.Mapping.class::isInstance);
  }
}
