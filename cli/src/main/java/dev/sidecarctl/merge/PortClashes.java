package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.kubernetes.ListMapKeys;
import dev.sidecarctl.yaml.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Ports of a pod: its containers share one network namespace, so a port and protocol belong to one
 * container, and a port's name, which a Service may use, to one port.
 */
final class PortClashes {
  private final PodDraft draft;

  PortClashes(PodDraft draft) {
    this.draft = draft;
  }

  /**
   * Reports the clashes of ports that a template is about to add with those of other containers.
   *
   * @param container the name of the container that gets them
   * @param added the ports
   */
  void check(String container, Value.Sequence added) {
    for (Value item : added.items()) {
      if (item instanceof Value.Mapping port) {
        checkPort(container, port);
      }
    }
  }

  private void checkPort(String container, Value.Mapping added) {
    Optional<String> number = ListMapKeys.key("ports", added);
    Optional<String> name = added.findText("name");
    for (PodContainer other : draft.containers()) {
      boolean same = other.name().equals(container);
      for (Value item : other.value().sequence("ports").items()) {
        if (!(item instanceof Value.Mapping present)) {
          continue;
        }
        boolean sameNumber = number.equals(ListMapKeys.key("ports", present));
        if (!same && other.staysUp() && sameNumber) {
          reportNumber(other, present, container, added);
        } else if (!(same && sameNumber)
            && name.isPresent()
            && name.equals(present.findText("name"))) {
          reportName(other, present, name.get(), added);
        }
      }
    }
  }

  private void reportNumber(
      PodContainer other, Value.Mapping present, String container, Value.Mapping added) {
    String port = ListMapKeys.key("ports", added).orElse("");
    draft.report(
        Wording.conflict(
                Code.PORT_CONFLICT,
                "port "
                    + port
                    + " is already taken by container \""
                    + other.name()
                    + "\": containers of a pod share one network",
                present.find("containerPort").orElse(present),
                port,
                added.find("containerPort").orElse(added),
                port + " for container \"" + container + "\"")
            .helping("let the template use another port"));
  }

  private void reportName(
      PodContainer other, Value.Mapping present, String name, Value.Mapping added) {
    draft.report(
        Wording.conflict(
                Code.PORT_NAME_CONFLICT,
                "port name \"" + name + "\" is already used by container \"" + other.name() + "\"",
                present.find("name").orElse(present),
                "port " + ListMapKeys.key("ports", present).orElse(""),
                added.find("name").orElse(added),
                "port " + ListMapKeys.key("ports", added).orElse(""))
            .helping(
                "let the template use another name; a Service may refer to the one in the pod"));
  }

  /** Warns of port names that the user's own containers share. */
  void warnOfOwnDoubles() {
    Map<String, Value> seen = new HashMap<>();
    for (PodContainer container : draft.containers()) {
      for (Value item : container.value().sequence("ports").items()) {
        Value name =
            item instanceof Value.Mapping port
                ? port.find("name").orElse(Value.nothing())
                : Value.nothing();
        Value before =
            name.asText().isPresent() ? seen.putIfAbsent(name.asText().get(), name) : null;
        if (before != null) {
          draft.report(
              Diagnostic.warning(
                      Code.PORT_NAME_CONFLICT,
                      "port name \"" + Wording.brief(name) + "\" is used twice in the pod",
                      Wording.place(name))
                  .noting(Wording.place(before), "first used here")
                  .helping("give each port a name of its own: a Service reaches only one of them"));
        }
      }
    }
  }
}
