package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which items of a list are which items of another: the heaviest common subsequence of identities,
 * where items that give way weigh next to nothing.
 */
final class Alignment {
  /** More than all items together that give way in a list of any sensible length. */
  private static final int HEAVY = 10_000;

  private final List<Value> present;
  private final List<Value> wanted;
  private final Object[] presentIds;
  private final Object[] wantedIds;
  private final int[] weights;

  /** For each present item its index in the wanted list, or -1; rising. */
  private final int[] partners;

  private Alignment(List<Value> present, List<Value> wanted, FieldPath list, ItemKeys keys) {
    this.present = present;
    this.wanted = wanted;
    this.presentIds = identities(present, list, keys);
    this.wantedIds = identities(wanted, list, keys);
    this.weights = weights(present, list, keys);
    this.partners = new int[present.size()];
    Arrays.fill(partners, -1);
  }

  /**
   * For each present item the index of the same item in the wanted list, or -1.
   *
   * @param list the way to the list
   */
  static int[] of(Sequence present, Sequence wanted, FieldPath list, ItemKeys keys) {
    Alignment alignment = new Alignment(present.items(), wanted.items(), list, keys);
    alignment.matchIdentities();
    alignment.pairNeighbours();
    return alignment.partners;
  }

  private static Object[] identities(List<Value> items, FieldPath list, ItemKeys keys) {
    Object[] identities = new Object[items.size()];
    for (int i = 0; i < identities.length; i++) {
      Value item = items.get(i);
      String key = keys.key(list, item).orElse(null);
      identities[i] = key == null ? item : key;
    }
    return identities;
  }

  private static int[] weights(List<Value> items, FieldPath list, ItemKeys keys) {
    int[] weights = new int[items.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = keys.givesWay(list, items.get(i)) ? 1 : HEAVY;
    }
    return weights;
  }

  private void matchIdentities() {
    int start = 0;
    int least = Math.min(presentIds.length, wantedIds.length);
    while (start < least && presentIds[start].equals(wantedIds[start])) {
      partners[start] = start;
      start++;
    }
    int tail = 0;
    while (tail < least - start && sameFromEnd(tail + 1)) {
      tail++;
      partners[presentIds.length - tail] = wantedIds.length - tail;
    }
    matchMiddle(start, presentIds.length - tail, wantedIds.length - tail);
  }

  private boolean sameFromEnd(int back) {
    return presentIds[presentIds.length - back].equals(wantedIds[wantedIds.length - back]);
  }

  private void matchMiddle(int start, int presentEnd, int wantedEnd) {
    long[][] heaviest = new long[presentEnd - start + 1][wantedEnd - start + 1];
    for (int i = presentEnd - 1; i >= start; i--) {
      for (int j = wantedEnd - 1; j >= start; j--) {
        heaviest[i - start][j - start] =
            presentIds[i].equals(wantedIds[j])
                ? heaviest[i - start + 1][j - start + 1] + weights[i]
                : Math.max(heaviest[i - start + 1][j - start], heaviest[i - start][j - start + 1]);
      }
    }
    int i = start;
    int j = start;
    while (i < presentEnd && j < wantedEnd) {
      if (presentIds[i].equals(wantedIds[j])) {
        partners[i++] = j++;
      } else if (heaviest[i - start + 1][j - start] >= heaviest[i - start][j - start + 1]) {
        i++;
      } else {
        j++;
      }
    }
  }

  /**
   * Items without a key that were changed in place: as many gone as come between two that stay.
   * They are paired, so that the rest of a long item keeps its text.
   */
  private void pairNeighbours() {
    int i = 0;
    int j = 0;
    while (i < partners.length) {
      int end = i;
      while (end < partners.length && partners[end] < 0) {
        end++;
      }
      int wantedEnd = end < partners.length ? partners[end] : wantedIds.length;
      if (end - i == wantedEnd - j) {
        pair(i, j, end - i);
      }
      i = end + 1;
      j = wantedEnd + 1;
    }
  }

  private void pair(int from, int wantedFrom, int count) {
    for (int k = 0; k < count; k++) {
      boolean keyed =
          presentIds[from + k] instanceof String || wantedIds[wantedFrom + k] instanceof String;
      if (!keyed && sameShape(present.get(from + k), wanted.get(wantedFrom + k))) {
        partners[from + k] = wantedFrom + k;
      }
    }
  }

  private static boolean sameShape(@Nullable Value left, @Nullable Value right) {
    if (left instanceof Mapping || left instanceof Sequence) {
      return right instanceof Mapping == left instanceof Mapping
          && right instanceof Sequence == left instanceof Sequence;
    }
    return !(right instanceof Mapping) && !(right instanceof Sequence);
  }

  /** The wanted mappings with their keys in the order of the text where both have them. */
  static List<String> keyOrder(Mapping present, Mapping wanted) {
    List<String> kept = new ArrayList<>();
    for (String key : present.entries().keySet()) {
      if (wanted.entries().containsKey(key)) {
        kept.add(key);
      }
    }
    List<String> order = new ArrayList<>(kept);
    List<String> pending = new ArrayList<>();
    for (String key : wanted.entries().keySet()) {
      if (!present.entries().containsKey(key)) {
        pending.add(key);
      } else if (!pending.isEmpty()) {
        order.addAll(order.indexOf(key), pending);
        pending.clear();
      }
    }
    order.addAll(pending);
    return order;
  }
}
