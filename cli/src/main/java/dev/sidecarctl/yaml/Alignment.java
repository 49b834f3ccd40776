package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** Only what both lists have can match; where nothing moved, no table is needed. */
  private void matchIdentities() {
    int[] ours = common(presentIds, wantedIds);
    int[] theirs = common(wantedIds, presentIds);
    int start = 0;
    int least = Math.min(ours.length, theirs.length);
    while (start < least && same(ours[start], theirs[start])) {
      partners[ours[start]] = theirs[start];
      start++;
    }
    int tail = 0;
    while (tail < least - start
        && same(ours[ours.length - 1 - tail], theirs[theirs.length - 1 - tail])) {
      partners[ours[ours.length - 1 - tail]] = theirs[theirs.length - 1 - tail];
      tail++;
    }
    matchMiddle(
        Arrays.copyOfRange(ours, start, ours.length - tail),
        Arrays.copyOfRange(theirs, start, theirs.length - tail));
  }

  /** The indices of the identities that others have, too. */
  private static int[] common(Object[] identities, Object[] others) {
    Set<Object> known = new HashSet<>(Arrays.asList(others));
    int[] found = new int[identities.length];
    int count = 0;
    for (int i = 0; i < identities.length; i++) {
      if (known.contains(identities[i])) {
        found[count++] = i;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private boolean same(int presentIndex, int wantedIndex) {
    return presentIds[presentIndex].equals(wantedIds[wantedIndex]);
  }

  private void matchMiddle(int[] ours, int[] theirs) {
    long[][] heaviest = new long[ours.length + 1][theirs.length + 1];
    for (int i = ours.length - 1; i >= 0; i--) {
      for (int j = theirs.length - 1; j >= 0; j--) {
        heaviest[i][j] =
            same(ours[i], theirs[j])
                ? heaviest[i + 1][j + 1] + weights[ours[i]]
                : Math.max(heaviest[i + 1][j], heaviest[i][j + 1]);
      }
    }
    int i = 0;
    int j = 0;
    while (i < ours.length && j < theirs.length) {
      if (same(ours[i], theirs[j])) {
        partners[ours[i++]] = theirs[j++];
      } else if (heaviest[i + 1][j] >= heaviest[i][j + 1]) {
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
