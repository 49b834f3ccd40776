package dev.sidecarctl.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * In which order the items of a list are to stand: as they do now, as far as the plan allows.
 *
 * @param present the keys of the items that are there
 * @param planned the keys of the items that are to be there, in the order of a fresh injection
 * @param ours which of them the templates of this run brought
 */
record ItemOrder(List<String> present, List<String> planned, Predicate<String> ours) {

  /**
   * For containers, which have a placement: where ours all stand at one end of the list they follow
   * the plan. Where somebody put items around them, all stay where they are.
   */
  List<String> byPlacement() {
    int turns = 0;
    for (int i = 1; i < present.size(); i++) {
      if (ours.test(present.get(i)) != ours.test(present.get(i - 1))) {
        turns++;
      }
    }
    return turns <= 1 ? planned : staying();
  }

  /**
   * For other lists, whose new items go to the end: nothing moves, but ours keep the order of their
   * template, and one that is planned in front of an item of the user's comes to stand there.
   */
  List<String> byPosition() {
    List<String> order = staying();
    restoreTheirOwnOrder(order);
    String next = null;
    for (int i = planned.size() - 1; i >= 0; i--) {
      String key = planned.get(i);
      if (!ours.test(key)) {
        next = key;
      } else if (next != null && order.indexOf(key) > order.indexOf(next)) {
        order.remove(key);
        order.add(order.indexOf(next), key);
      }
    }
    return order;
  }

  /** Ours share the places that they have in the order in which they are planned. */
  private void restoreTheirOwnOrder(List<String> order) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      if (ours.test(order.get(i))) {
        places.add(i);
      }
    }
    int used = 0;
    for (String key : planned) {
      if (ours.test(key)) {
        order.set(places.get(used++), key);
      }
    }
  }

  private List<String> staying() {
    return staying(present, planned);
  }

  /** Those that stay in their present order; each new one behind the one it was planned behind. */
  static List<String> staying(List<String> present, List<String> planned) {
    List<String> order = new ArrayList<>();
    for (String key : present) {
      if (planned.contains(key)) {
        order.add(key);
      }
    }
    for (int i = 0; i < planned.size(); i++) {
      String key = planned.get(i);
      if (!order.contains(key)) {
        order.add(i == 0 ? 0 : order.indexOf(planned.get(i - 1)) + 1, key);
      }
    }
    return order;
  }
}
