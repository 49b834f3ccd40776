package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What has come to depend on items of ours that are about to go. */
final class Dependencies {
  private static final ItemPath VOLUMES = ItemPath.of("spec", "volumes");
  private static final List<String> LISTS = List.of("volumeMounts", "volumeDevices");

  private Dependencies() {}

  /**
   * Refuses where a mount or a device that stays names a volume that goes, and warns where a
   * variable goes that somebody refers to: the reference may be older than the variable.
   */
  static void check(Value.Mapping rest, Set<ItemPath> leaving, Consumer<Diagnostic> report) {
    if (leaving.isEmpty()) {
      return;
    }
    for (PodContainer container : PodContainer.all(rest)) {
      checkVariables(container, rest, leaving, report);
      for (String list : LISTS) {
        for (Value item : container.value().sequence(list).items()) {
          if (item instanceof Value.Mapping mount) {
            check(container, mount, rest, leaving, report);
          }
        }
      }
    }
  }

  private static void check(
      PodContainer container,
      Value.Mapping mount,
      Value.Mapping rest,
      Set<ItemPath> leaving,
      Consumer<Diagnostic> report) {
    Value name = mount.find("name").orElse(Value.nothing());
    ItemPath volume = VOLUMES.then(name.asText().orElse(""));
    // One that replaced the user's leaves the user's behind.
    if (leaving.contains(volume) && volume.find(rest).isEmpty()) {
      report.accept(inUse(container, name));
    }
  }

  private static void checkVariables(
      PodContainer container,
      Value.Mapping rest,
      Set<ItemPath> leaving,
      Consumer<Diagnostic> report) {
    if (!container.value().sequence("envFrom").items().isEmpty()) {
      return;
    }
    List<Value> texts = new ArrayList<>();
    for (Value item : container.value().sequence("env").items()) {
      if (item instanceof Value.Mapping variable) {
        variable.find("value").ifPresent(texts::add);
      }
    }
    texts.addAll(container.value().sequence("command").items());
    texts.addAll(container.value().sequence("args").items());
    for (Value text : texts) {
      for (String name : VariableReferences.in(text.asText().orElse(""))) {
        ItemPath variable = container.path().then("env").then(name);
        if (leaving.contains(variable) && variable.find(rest).isEmpty()) {
          report.accept(undefined(container, text, name));
        }
      }
    }
  }

  private static Diagnostic undefined(PodContainer container, Value text, String name) {
    return Diagnostic.warning(
            Code.VARIABLE_UNDEFINED,
            "container \""
                + container.name()
                + "\" refers to $("
                + name
                + "), which goes, so nothing defines it any more",
            Wording.place(text))
        .helping("define " + name + " in the container, or take the reference out");
  }

  private static Diagnostic inUse(PodContainer container, Value name) {
    return Diagnostic.error(
            Code.VOLUME_IN_USE,
            "container \""
                + container.name()
                + "\" has come to mount volume \""
                + Wording.brief(name)
                + "\", which would go",
            Wording.place(name))
        .helping("take this mount out first, or give the pod a volume of its own for it");
  }
}
