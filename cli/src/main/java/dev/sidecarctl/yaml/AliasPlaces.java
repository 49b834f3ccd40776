package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Code;
import dev.sidecarctl.diagnostic.Diagnostic;
import dev.sidecarctl.diagnostic.RefusedException;
import dev.sidecarctl.yaml.YamlNode.AliasNode;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The aliases of a document, and what is wanted at the anchors that they refer to. */
final class AliasPlaces {
  private final EditContext context;
  private final List<AliasNode> aliases = new ArrayList<>();
  private final IdentityHashMap<YamlNode, Value> wantedAtAnchors = new IdentityHashMap<>();

  AliasPlaces(EditContext context) {
    this.context = context;
    Lines lines = context.lines();
    int from = context.document().slice().start();
    if (context.document().source().find('*', from, lines.end()) >= 0) {
      collect(context.document().root());
    }
  }

  private void collect(YamlNode node) {
    if (node instanceof AliasNode alias) {
      aliases.add(alias);
    } else if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        collect(entry.key());
        collect(entry.value());
      }
    } else if (node instanceof SequenceNode sequence) {
      for (Item item : sequence.items()) {
        collect(item.value());
      }
    }
  }

  boolean isEmpty() {
    return aliases.isEmpty();
  }

  /** Remembers what an anchor's place is to hold; anchors stand before their aliases. */
  void anchor(YamlNode node, Value wanted) {
    if (node.extent().anchor() != null) {
      wantedAtAnchors.put(node, wanted);
    }
  }

  /** What an anchor's place is to hold; what it holds now if nothing else is wanted there. */
  Value wantedAt(YamlNode target) {
    Value wanted = wantedAtAnchors.get(target);
    return wanted == null ? context.document().valueOf(target) : wanted;
  }

  boolean isChanged(YamlNode target) {
    return !wantedAt(target).equals(context.document().valueOf(target));
  }

  /** The refusal to change data that several places share. */
  @SuppressWarnings("ReferenceEquality") // an anchor is one node, not any that looks like it
  RefusedException shared(YamlNode target, AliasNode odd) {
    Diagnostic diagnostic =
        Diagnostic.error(
            Code.SHARED_ANCHOR,
            "a change here would also change every place that refers to &" + odd.name(),
            context.location(target));
    for (AliasNode alias : aliases) {
      if (alias.target() == target) {
        String phrase = alias == odd ? "this place is to stay different" : "referred to here";
        diagnostic = diagnostic.noting(context.location(alias), phrase);
      }
    }
    return new RefusedException(
        diagnostic.helping("write the data out at the places that are to differ"));
  }

  /**
   * Checks that no anchor is lost that an alias still needs.
   *
   * @throws RefusedException naming both
   */
  void checkKept(EditSheet sheet) {
    for (AliasNode alias : aliases) {
      YamlNode target = alias.target();
      boolean kept = !sheet.removes(alias.extent().start());
      if (kept && sheet.removes(target.extent().start())) {
        throw new RefusedException(
            Diagnostic.error(
                    Code.SHARED_ANCHOR,
                    "what would be removed here is referred to elsewhere as *" + alias.name(),
                    context.location(target))
                .noting(context.location(alias), "referred to here"));
      }
    }
  }
}
