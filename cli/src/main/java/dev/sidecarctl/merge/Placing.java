package dev.sidecarctl.merge;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.template.Placement;
import dev.sidecarctl.template.RenderedTemplate.ContainerItem;
import dev.sidecarctl.yaml.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where containers go in their list. The user's keep their order; those of the templates that go to
 * one place stand in the order of the templates.
 */
final class Placing {
  private static final int END = -1;

  private final PodDraft draft;
  private final Map<ItemPath, Integer> placedFirst = new HashMap<>();
  private final Map<ItemPath, Integer> placedAfter = new HashMap<>();

  Placing(PodDraft draft) {
    this.draft = draft;
  }

  /**
   * A template's items in the order in which they can be placed: what another one is to stand
   * before or after goes in first, otherwise they keep their order. Of a circle the first one goes
   * first, and has nothing to stand beside.
   */
  static List<ContainerItem> anchorsFirst(List<ContainerItem> items) {
    List<ContainerItem> left = new ArrayList<>(items);
    List<ContainerItem> ordered = new ArrayList<>(items.size());
    while (!left.isEmpty()) {
      ordered.add(left.remove(indexOfPlaceable(left)));
    }
    return ordered;
  }

  private static int indexOfPlaceable(List<ContainerItem> left) {
    for (int i = 0; i < left.size(); i++) {
      String anchor = anchor(left.get(i).placement());
      boolean waits = false;
      for (ContainerItem other : left) {
        waits |= other.name().equals(anchor);
      }
      if (!waits) {
        return i;
      }
    }
    return 0;
  }

  private static @Nullable String anchor(Placement placement) {
    if (placement instanceof Placement.Before before) {
      return before.name();
    }
    return placement instanceof Placement.After after ? after.name() : null;
  }

  /** The index for a new item of a list of containers; -1 for the end. */
  int position(ItemPath list, ContainerItem item, Placement standard) {
    Placement placement = item.placement();
    if (placement instanceof Placement.Before before) {
      int index = indexOf(list, before.name());
      return index >= 0 ? byName(list, index) : fallBack(list, item, before.name(), standard);
    }
    if (placement instanceof Placement.After after) {
      int index = indexOf(list, after.name());
      if (index < 0) {
        return fallBack(list, item, after.name(), standard);
      }
      int earlier = placedAfter.merge(list.then(after.name()), 1, Integer::sum) - 1;
      return byName(list, index + 1 + earlier);
    }
    return placement instanceof Placement.First ? first(list) : END;
  }

  private int byName(ItemPath list, int index) {
    draft.markPlacedByName(list);
    return index;
  }

  private int first(ItemPath list) {
    return placedFirst.merge(list, 1, Integer::sum) - 1;
  }

  private int indexOf(ItemPath list, String name) {
    List<Value> items = draft.items(list);
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof Value.Mapping container
          && container.findText("name").filter(name::equals).isPresent()) {
        return i;
      }
    }
    return END;
  }

  private int fallBack(ItemPath list, ContainerItem item, String missing, Placement standard) {
    draft.report(
        Diagnostic.warning(
                Code.PLACEMENT_FALLBACK,
                "there is no \""
                    + missing
                    + "\" among the "
                    + list.last()
                    + ", so \""
                    + item.name()
                    + "\" goes "
                    + (standard instanceof Placement.First ? "first" : "last"),
                Wording.place(item.value()))
            .helping("name one that is there, or leave before and after out"));
    return standard instanceof Placement.First ? first(list) : END;
  }
}
