package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.lint.trial.WrittenPlace;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Under a read-only root only mounts can be written. Written is what a redirection, or a command
 * that makes files, names; what variables for temporary files name; and what a text names below the
 * folders that are there to be written.
 */
public final class ReadOnlyRoots extends RenderedRule {
  private static final String PATH = "(/[A-Za-z0-9._/-]+)";

  /** What is read there most often comes from a mount, too. */
  private static final Pattern SCRATCH =
      Pattern.compile(
          "(?<![A-Za-z0-9._/}-])(/(?:tmp|var/tmp|run|var/run|var/cache)(?:/[A-Za-z0-9._/-]*)?)"
              + "(?![A-Za-z0-9._-])");

  private static final Pattern WRITING =
      Pattern.compile(
          "(?:(?<![=<-])>>?|\\b(?:touch|mkdir|mkfifo|tee|mktemp)(?:\\s+-[A-Za-z]+)*)\\s*" + PATH);

  private static final Set<String> TEMPORARY =
      Set.of("TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "XDG_STATE_HOME");

  /** The kubelet mounts these itself. */
  private static final List<String> MOUNTED =
      List.of("/dev", "/proc/self/fd", "/var/run/secrets", "/run/secrets", "/etc/hosts");

  @Override
  void check(RenderedTemplate rendered, Subject subject, Remarks remarks) {
    for (ContainerItem container : containers(rendered)) {
      Value readOnly =
          container
              .value()
              .mapping("securityContext")
              .find("readOnlyRootFilesystem")
              .orElse(Value.nothing());
      if (readOnly instanceof Value.Scalar scalar && scalar.text().equals("true")) {
        check(container.value(), container.name(), remarks);
      }
    }
  }

  private static void check(Value.Mapping container, String name, Remarks remarks) {
    for (String list : List.of("command", "args")) {
      for (Value item : container.sequence(list).items()) {
        checkText(item, container, name, remarks);
      }
    }
    for (Value item : container.sequence("env").items()) {
      if (item instanceof Value.Mapping variable) {
        Value value = variable.find("value").orElse(Value.nothing());
        String text = value.asText().orElse("");
        boolean temporary = TEMPORARY.contains(variable.findText("name").orElse(""));
        if (temporary && text.startsWith("/")) {
          complainUnlessMounted(text, true, value, container, name, remarks);
        } else {
          checkText(value, container, name, remarks);
        }
      }
    }
  }

  private static void checkText(
      Value value, Value.Mapping container, String name, Remarks remarks) {
    String text = value.asText().orElse("");
    for (String path : all(WRITING, text)) {
      complainUnlessMounted(path, true, value, container, name, remarks);
    }
    for (String path : all(SCRATCH, text)) {
      complainUnlessMounted(path, false, value, container, name, remarks);
    }
  }

  private static List<String> all(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  /**
   * @param written whether it is written for sure, and not read from a mount
   */
  private static void complainUnlessMounted(
      String path,
      boolean written,
      Value at,
      Value.Mapping container,
      String name,
      Remarks remarks) {
    for (String mounted : MOUNTED) {
      if (isWithin(path, mounted)) {
        return;
      }
    }
    for (Value item : container.sequence("volumeMounts").items()) {
      if (item instanceof Value.Mapping mount
          && isWithin(path, mount.findText("mountPath").orElse(""))) {
        boolean readOnly =
            mount.find("readOnly").orElse(Value.nothing()) instanceof Value.Scalar scalar
                && scalar.text().equals("true");
        if (!readOnly || !written) {
          return;
        }
      }
    }
    remarks.warn(
        Code.READ_ONLY_ROOT,
        WrittenPlace.find(path, at),
        "container "
            + name
            + " cannot write "
            + path
            + ": its root is read-only, and no mount there can be written",
        "mount a volume there, for example an emptyDir");
  }

  private static boolean isWithin(String path, String folder) {
    String whole = folder.endsWith("/") ? folder : folder + "/";
    return !folder.isEmpty() && (path + "/").startsWith(whole);
  }
}
