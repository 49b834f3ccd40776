package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a list or an entry of a mapping, as a stretch of text.
 *
 * @param start of the dash, the key or the item
 * @param end of the content
 * @param comma offset of the comma behind it; -1 for none
 * @param value what it holds
 * @param entry for an entry of a mapping
 */
record Element(int start, int end, int comma, YamlNode value, @Nullable Entry entry) {

  static List<Element> of(YamlNode collection) {
    List<Element> elements = new ArrayList<>();
    if (collection instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        elements.add(of(entry));
      }
    } else if (collection instanceof SequenceNode sequence) {
      for (Item item : sequence.items()) {
        elements.add(of(item));
      }
    }
    return elements;
  }

  private static Element of(Entry entry) {
    YamlNode value = entry.value();
    int end = entry.colon() >= 0 ? entry.colon() + 1 : entry.key().extent().end();
    if (value.extent().end() > value.extent().start()) {
      end = value.extent().end();
    }
    return new Element(entry.start(), end, entry.comma(), value, entry);
  }

  private static Element of(Item item) {
    YamlNode value = item.value();
    if (item.dash() < 0) {
      return new Element(value.extent().start(), value.extent().end(), item.comma(), value, null);
    }
    int end = item.dash() + 1;
    if (value.extent().end() > value.extent().start()) {
      end = value.extent().end();
    }
    return new Element(item.dash(), end, -1, value, null);
  }
}
