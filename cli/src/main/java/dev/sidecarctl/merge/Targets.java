package dev.sidecarctl.merge;

import dev.sidecarctl.template.TargetSelector;
import java.util.ArrayList;
import java.util.List;

/** Which containers of a draft a target means. */
final class Targets {

  private Targets() {}

  static List<PodContainer> selected(PodDraft draft, TargetSelector selector) {
    List<PodContainer> selected = new ArrayList<>();
    for (PodContainer container : draft.containers()) {
      boolean known = container.isInit() || container.list().equals(PodContainer.CONTAINERS);
      if (known
          && selector.selects(
              container.name(), container.isInit(), draft.isApplication(container))) {
        selected.add(container);
      }
    }
    return selected;
  }
}
