package dev.sidecarctl.merge;

import dev.sidecarctl.template.TargetSelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

  /** The first container without a name, where another one without a name comes behind it. */
  @SuppressWarnings("ReferenceEquality") // two that look alike are two all the same
  static @Nullable PodContainer namelessBefore(PodDraft draft, PodContainer container) {
    if (!container.name().isEmpty()) {
      return null;
    }
    for (PodContainer other : draft.containers()) {
      if (other.name().isEmpty() && other.list().equals(container.list())) {
        return other.value() == container.value() ? null : other;
      }
    }
    return null;
  }
}
