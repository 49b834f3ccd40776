package dev.sidecarctl.lint.rule;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.template.Placement;
import dev.sidecarctl.template.RenderedTemplate;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.template.RenderedTemplate.Target;
import dev.sidecarctl.yaml.Value;
import java.util.HashSet;
import java.util.Set;

/**
 * The containers behind a native sidecar wait for its startupProbe; without one, they start when
 * its process does, and may find nobody there. Others count on a sidecar that goes before them,
 * behind which another one goes, that catches the pod's traffic, or whose port on localhost the
 * application is told.
 */
public final class StartupProbes extends RenderedRule {

  @Override
  void check(RenderedTemplate rendered, Subject subject, Remarks remarks) {
    Set<String> leaders = leaders(rendered);
    for (ContainerItem sidecar : rendered.sidecars()) {
      String reason = reason(sidecar, rendered, leaders, subject);
      boolean waits =
          sidecar.value().has("startupProbe")
              || sidecar.value().mapping("lifecycle").has("postStart");
      if (!reason.isEmpty() && !waits) {
        remarks.warn(
            Code.STARTUP_PROBE_MISSING,
            sidecar.value().find("name").orElse(sidecar.value()),
            "sidecar " + sidecar.name() + " has no startupProbe, and " + reason,
            "add one, so that nobody starts before it is ready");
      }
    }
  }

  /** The containers that another one wants to go behind. */
  private static Set<String> leaders(RenderedTemplate rendered) {
    Set<String> leaders = new HashSet<>();
    for (ContainerItem container : containers(rendered)) {
      if (container.placement() instanceof Placement.After after) {
        leaders.add(after.name());
      }
    }
    return leaders;
  }

  private static String reason(
      ContainerItem sidecar, RenderedTemplate rendered, Set<String> leaders, Subject subject) {
    if (sidecar.placement() instanceof Placement.First) {
      return "it goes before all others";
    }
    if (sidecar.placement() instanceof Placement.Before before) {
      return "it goes before " + before.name();
    }
    if (leaders.contains(sidecar.name())) {
      return "another container goes behind it";
    }
    if (subject.written().template().requiresPodNetwork()) {
      return "it catches the pod's traffic";
    }
    return isNamed(sidecar, rendered) ? "the application is told its port" : "";
  }

  private static boolean isNamed(ContainerItem sidecar, RenderedTemplate rendered) {
    for (Value item : sidecar.value().sequence("ports").items()) {
      Value port = ((Value.Mapping) item).find("containerPort").orElse(Value.nothing());
      for (Target target : rendered.targets()) {
        for (Value variable : target.additions().sequence("env").items()) {
          String value = ((Value.Mapping) variable).findText("value").orElse("");
          if (port instanceof Value.Scalar number && leadsTo(value, number.text())) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean leadsTo(String value, String port) {
    return value.matches("(?s).*(localhost|127\\.0\\.0\\.1|\\[::1\\]):" + port + "([^0-9].*)?");
  }
}
