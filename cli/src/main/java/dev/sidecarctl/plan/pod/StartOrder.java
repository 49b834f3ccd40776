package dev.sidecarctl.plan.pod;

import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The order in which a kubelet starts the containers of a pod: init containers one after the other,
 * each when the one before has ended, or, of a native sidecar, has started; then the containers,
 * one after the other without waiting but for a {@code postStart} hook.
 */
final class StartOrder {
  private final PodSheet.Reader reader;
  private final List<Member> members = new ArrayList<>();
  private List<Wait> waits = List.of();
  private int step;

  private StartOrder(PodSheet.Reader reader) {
    this.reader = reader;
  }

  static List<Member> of(Value.Mapping spec, PodSheet.Reader reader) {
    StartOrder order = new StartOrder(reader);
    for (Value item : spec.sequence("initContainers").items()) {
      if (item instanceof Value.Mapping container) {
        order.addInit(container);
      }
    }
    order.step++;
    for (Value item : spec.sequence("containers").items()) {
      if (item instanceof Value.Mapping container) {
        order.addContainer(container);
      }
    }
    return order.members;
  }

  private void addInit(Value.Mapping container) {
    step++;
    boolean stays = container.says("restartPolicy", "Always");
    boolean injected = reader.isInjected("initContainers", container);
    add(container, stays ? Role.NATIVE_SIDECAR : Role.INIT, injected);
    waits = List.of(waitFor(container, stays));
  }

  private static Wait waitFor(Value.Mapping container, boolean stays) {
    String name = container.findText("name").orElse("");
    if (!stays) {
      return new Wait(name, Wait.Until.ENDED, "");
    }
    Value.Mapping probe = container.mapping("startupProbe");
    return probe.entries().isEmpty()
        ? new Wait(name, Wait.Until.RUNNING, "")
        : new Wait(name, Wait.Until.STARTED, Probes.describe(probe));
  }

  private void addContainer(Value.Mapping container) {
    boolean injected = reader.isInjected("containers", container);
    add(container, injected ? Role.SIDECAR : Role.CONTAINER, injected);
    if (container.mapping("lifecycle").has("postStart")) {
      List<Wait> more = new ArrayList<>(waits);
      more.add(new Wait(container.findText("name").orElse(""), Wait.Until.HOOKED, ""));
      waits = more;
    }
  }

  private void add(Value.Mapping container, Role role, boolean injected) {
    members.add(
        new Member(
            container.findText("name").orElse(""),
            container.findText("image").orElse(""),
            role,
            injected,
            step,
            waits));
  }
}
