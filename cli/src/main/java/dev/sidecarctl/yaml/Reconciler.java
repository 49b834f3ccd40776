package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.text.TextEdits;
import dev.sidecarctl.yaml.Change.Addition;
import dev.sidecarctl.yaml.Value.Mapping;
import dev.sidecarctl.yaml.Value.Sequence;
import dev.sidecarctl.yaml.YamlNode.AliasNode;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One walk over a document's nodes and the wanted data side by side. What differs becomes edits;
 * what does not is left alone.
 */
final class Reconciler {
  private final YamlDocument document;
  private final ItemKeys keys;
  private final Map<FieldPath, String> restored;
  private final Set<FieldPath> restoredWays = new HashSet<>();
  private final EditContext context;
  private final EditContext copies;
  private final AliasPlaces aliases;
  private final SlotEdits slots;
  private final Map<FieldPath, String> replaced = new LinkedHashMap<>();
  private boolean copied;

  /** A place in the tree: the ways to it in the present and in the wanted data. */
  private record Place(FieldPath present, FieldPath wanted, int depth) {
    Place key(String key) {
      return new Place(present.key(key), wanted.key(key), depth + 1);
    }

    Place index(int presentIndex, int wantedIndex) {
      return new Place(present.index(presentIndex), wanted.index(wantedIndex), depth + 1);
    }
  }

  Reconciler(
      YamlDocument document, ItemKeys keys, Map<FieldPath, String> restored, boolean quoteLines) {
    this.document = document;
    this.keys = keys;
    this.restored = restored;
    this.context = new EditContext(document, keys, quoteLines);
    this.copies = new EditContext(document, keys, quoteLines);
    this.aliases = new AliasPlaces(context);
    this.slots = new SlotEdits(context);
    for (FieldPath path : restored.keySet()) {
      for (int length = 0; length < path.segments().size(); length++) {
        restoredWays.add(new FieldPath(path.segments().subList(0, length)));
      }
    }
  }

  /**
   * Walks the whole document.
   *
   * @return the wanted data with kept keys in the order of the text
   */
  Value walk(Value wanted) {
    Slot root = new Slot(document.root(), -1, null, Slot.Kind.ROOT);
    Place place = new Place(FieldPath.root(), FieldPath.root(), 0);
    Value expected = walk(root, wanted, place);
    if (!copied) {
      aliases.checkKept(context.sheet());
    }
    return expected;
  }

  /** Whether aliases must be written out before anything else; {@link #edits} does only that. */
  boolean isCopying() {
    return copied;
  }

  /** The edits of this walk. */
  TextEdits edits() {
    return copied ? copies.sheet().settle() : context.sheet().settle();
  }

  /** The texts of slots that were written over, by path in the present data. */
  Map<FieldPath, String> replaced() {
    return replaced;
  }

  private Value walk(Slot slot, Value wanted, Place place) {
    YamlNode node = slot.node();
    aliases.anchor(node, wanted);
    String text = restored.get(place.wanted());
    if (text != null && slots.takes(text)) {
      slots.restore(slot, ReplacedText.written(text, context.lines().usualEnding()), place.depth());
      return wanted;
    }
    Value current = document.valueOf(node);
    boolean same = current.equals(wanted);
    if (same && aliases.isEmpty() && !restoredWays.contains(place.wanted())) {
      return current;
    }
    if (!same && keys.isReplaced(place.present())) {
      return replace(slot, wanted, place);
    }
    if (node instanceof AliasNode alias) {
      return alias(slot, alias, wanted, place);
    }
    if (FragmentWriter.isFilled(current) && FragmentWriter.isFilled(wanted)) {
      if (node instanceof MappingNode mapping && wanted instanceof Mapping target) {
        return mapping(slot, mapping, target, place);
      }
      if (node instanceof SequenceNode sequence && wanted instanceof Sequence target) {
        return sequence(slot, sequence, target, place);
      }
    }
    return same ? current : write(slot, current, wanted, place);
  }

  private void remember(Place place, String text) {
    replaced.put(place.present(), ReplacedText.remembered(text, context.lines().usualEnding()));
  }

  private Value replace(Slot slot, Value wanted, Place place) {
    checkEditable(slot);
    if (slot.node() instanceof AliasNode) {
      throw context.refusal(
          Code.EDIT_NOT_POSSIBLE, "an alias stands here, which cannot be replaced", slot.node());
    }
    remember(place, slots.wholeText(slot));
    slots.replaceWhole(slot, wanted, place.depth());
    return wanted;
  }

  private Value write(Slot slot, Value current, Value wanted, Place place) {
    checkEditable(slot);
    boolean emptied =
        FragmentWriter.isFilled(current)
            && !FragmentWriter.isFilled(wanted)
            && sameKind(current, wanted);
    if (emptied) {
      slots.empty(slot, wanted, place.depth());
    } else {
      remember(place, slots.text(slot));
      if (context.isWritten(place.present())) {
        slots.writeAnew(slot, wanted, place.depth());
      } else {
        slots.write(slot, wanted, place.depth());
      }
    }
    return wanted;
  }

  private static boolean sameKind(Value left, Value right) {
    return (left instanceof Mapping && right instanceof Mapping)
        || (left instanceof Sequence && right instanceof Sequence);
  }

  private void checkEditable(Slot slot) {
    YamlNode node = slot.node();
    int body = node.extent().body();
    if (body + 1 < node.extent().end() && context.lines().text(body, body + 2).equals("{{")) {
      throw context.refusal(
          Code.GO_TEMPLATE, "a Go template stands where an edit must go; render it first", node);
    }
    boolean pair = node instanceof MappingNode mapping && mapping.braceless();
    if (pair || slot.kind() == Slot.Kind.CLOSED) {
      throw context.refusal(
          Code.EDIT_NOT_POSSIBLE, "nothing can be put into this place without rewriting it", node);
    }
  }

  private Value alias(Slot slot, AliasNode alias, Value wanted, Place place) {
    YamlNode target = alias.target();
    if (wanted.equals(aliases.wantedAt(target))) {
      return aliases.wantedAt(target);
    }
    if (aliases.isChanged(target)) {
      throw aliases.shared(target, alias);
    }
    checkEditable(slot);
    remember(place, slots.text(slot));
    Value current = document.valueOf(target);
    boolean both = FragmentWriter.isFilled(current) && FragmentWriter.isFilled(wanted);
    if (!both || !sameKind(current, wanted)) {
      slots.write(slot, wanted, place.depth());
      return wanted;
    }
    new AliasCopy(copies).write(slot, alias, place.depth());
    copied = true;
    return wanted;
  }

  private Value sequence(Slot slot, SequenceNode node, Sequence wanted, Place place) {
    Sequence current = (Sequence) document.valueOf(node);
    int[] partners = Alignment.of(current, wanted, place.present(), keys);
    List<Element> elements = Element.of(node);
    List<Change> changes = new ArrayList<>();
    List<Value> expected = new ArrayList<>();
    List<Element> removed = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < partners.length; i++) {
      if (partners[i] < 0) {
        removed.add(elements.get(i));
        continue;
      }
      List<Addition> added = added(wanted, at, partners[i]);
      changes.add(change(removed, added, elements.get(i), place.present().index(i)));
      expected.addAll(wanted.items().subList(at, partners[i]));
      at = partners[i] + 1;
      removed = new ArrayList<>();
      Item item = node.items().get(i);
      Slot inner = slot(item, node);
      expected.add(walk(inner, wanted.items().get(partners[i]), place.index(i, partners[i])));
    }
    List<Addition> last = added(wanted, at, wanted.items().size());
    changes.add(new Change(removed, last, null, false));
    expected.addAll(wanted.items().subList(at, wanted.items().size()));
    apply(slot, node.flow(), changes, place);
    return Sequence.of(expected);
  }

  private static List<Addition> added(Sequence wanted, int from, int to) {
    List<Addition> added = new ArrayList<>();
    for (Value value : wanted.items().subList(from, to)) {
      added.add(new Addition(null, value));
    }
    return added;
  }

  private static Slot slot(Item item, SequenceNode parent) {
    return item.dash() < 0
        ? new Slot(item.value(), -1, parent, Slot.Kind.FLOW)
        : new Slot(item.value(), item.dash() + 1, parent, Slot.Kind.BLOCK_ITEM);
  }

  private Value mapping(Slot slot, MappingNode node, Mapping wanted, Place place) {
    Mapping current = (Mapping) document.valueOf(node);
    if (!checkKeys(node, current, wanted)) {
      return current;
    }
    List<String> order = Alignment.keyOrder(current, wanted);
    List<Element> elements = Element.of(node);
    List<Change> changes = new ArrayList<>();
    Map<String, Value> expected = new LinkedHashMap<>();
    Map<String, Integer> places = new HashMap<>();
    for (String key : order) {
      places.put(key, places.size());
      expected.put(key, wanted.entries().get(key));
    }
    List<Element> removed = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < elements.size(); i++) {
      Entry entry = node.entries().get(i);
      String key = document.keyOf(entry);
      boolean merge = MappingKeys.isMerge(entry.key());
      Value target = wanted.entries().get(key);
      if (!merge && target == null) {
        removed.add(elements.get(i));
        continue;
      }
      int to = merge ? at : places.getOrDefault(key, at);
      List<Addition> added = added(order, at, to, current, wanted);
      changes.add(change(removed, added, elements.get(i), place.present().key(key)));
      removed = new ArrayList<>();
      if (!merge && target != null) {
        at = to + 1;
        expected.put(key, walk(slot(entry, node), target, place.key(key)));
      }
    }
    List<Addition> last = added(order, at, order.size(), current, wanted);
    changes.add(new Change(removed, last, null, false));
    apply(slot, node.flow(), changes, place);
    return Mapping.of(expected);
  }

  private Change change(
      List<Element> removed, List<Addition> added, Element next, FieldPath nextAt) {
    return new Change(removed, added, next, !added.isEmpty() && context.isWritten(nextAt));
  }

  private static List<Addition> added(
      List<String> order, int from, int to, Mapping current, Mapping wanted) {
    List<Addition> added = new ArrayList<>();
    for (int i = from; i < to; i++) {
      String key = order.get(i);
      if (!current.entries().containsKey(key)) {
        added.add(new Addition(key, wanted.find(key).orElseThrow()));
      }
    }
    return added;
  }

  private static Slot slot(Entry entry, MappingNode parent) {
    int after = entry.colon() >= 0 ? entry.colon() + 1 : entry.key().extent().end();
    Slot.Kind kind = entry.explicitKey() ? Slot.Kind.EXPLICIT_KEY : Slot.Kind.BLOCK_KEY;
    if (entry.colon() < 0) {
      kind = Slot.Kind.CLOSED;
    } else if (parent.flow()) {
      kind = Slot.Kind.FLOW;
    }
    return new Slot(entry.value(), after, parent, kind);
  }

  /** Whether a mapping can be walked at all; what is merged into it and doubled keys stay. */
  private boolean checkKeys(MappingNode node, Mapping current, Mapping wanted) {
    Set<String> local = new HashSet<>();
    int ordinary = 0;
    boolean merges = false;
    for (Entry entry : node.entries()) {
      if (MappingKeys.isMerge(entry.key())) {
        merges = true;
        checkMerge(entry);
      } else {
        ordinary++;
        local.add(document.keyOf(entry));
      }
    }
    if (ordinary > local.size()) {
      if (current.equals(wanted)) {
        return false;
      }
      throw context.refusal(
          Code.EDIT_NOT_POSSIBLE, "a mapping with duplicate keys cannot be changed", node);
    }
    if (merges) {
      checkMerged(node, local, current, wanted);
    }
    return true;
  }

  private void checkMerge(Entry entry) {
    for (YamlNode part : MergeKey.inOrder(entry.value())) {
      if (part instanceof AliasNode alias && aliases.isChanged(alias.target())) {
        throw aliases.shared(alias.target(), alias);
      }
    }
  }

  private void checkMerged(MappingNode node, Set<String> local, Mapping current, Mapping wanted) {
    for (Map.Entry<String, Value> entry : current.entries().entrySet()) {
      String key = entry.getKey();
      if (!local.contains(key) && !entry.getValue().equals(wanted.entries().get(key))) {
        throw context.refusal(
            Code.MERGE_KEY,
            "\"" + key + "\" is merged in with <<, it cannot be changed here",
            node);
      }
    }
  }

  private void apply(Slot slot, boolean flow, List<Change> changes, Place place) {
    boolean nothing = true;
    for (Change change : changes) {
      nothing &= change.isNothing();
    }
    if (nothing) {
      return;
    }
    if (slot.node() instanceof MappingNode mapping && mapping.braceless()) {
      checkEditable(slot);
    }
    for (Change change : changes) {
      if (flow) {
        new FlowEdits(context, slot, place.depth(), place.present()).apply(change);
      } else {
        new BlockEdits(context, slot, place.depth()).apply(change);
      }
    }
  }
}
