package dev.sidecarctl.yaml;

import dev.sidecarctl.text.Span;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.Item;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import dev.sidecarctl.yaml.YamlNode.Style;

/** What kind of text a document is. */
final class DocumentStyle {
  private static final int MARKER = 3;

  private DocumentStyle() {}

  /** Whether the root is a flow collection whose keys are double-quoted at every level. */
  static boolean isJson(YamlNode root) {
    return !(root instanceof ScalarNode) && hasJsonForm(root);
  }

  private static boolean hasJsonForm(YamlNode node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.flow() && allJson(sequence);
    }
    if (node instanceof MappingNode mapping) {
      return mapping.flow() && !mapping.braceless() && allJson(mapping);
    }
    return node instanceof ScalarNode;
  }

  private static boolean allJson(SequenceNode sequence) {
    for (Item item : sequence.items()) {
      if (!hasJsonForm(item.value())) {
        return false;
      }
    }
    return true;
  }

  private static boolean allJson(MappingNode mapping) {
    for (Entry entry : mapping.entries()) {
      boolean quoted = entry.key() instanceof ScalarNode key && key.style() == Style.DOUBLE_QUOTED;
      if (!quoted || !hasJsonForm(entry.value())) {
        return false;
      }
    }
    return true;
  }

  /** Whether a slice holds only blanks, comments, markers and directives. */
  static boolean isEmpty(String text, Span slice) {
    int start = slice.start();
    if (start == 0 && !text.isEmpty() && text.charAt(0) == '\uFEFF') {
      start = 1;
    }
    while (start < slice.end()) {
      int end = start;
      while (end < slice.end() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
        end++;
      }
      if (hasContent(text, start, end)) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  private static boolean hasContent(String text, int start, int end) {
    StreamLine line = StreamLine.of(text, start, end);
    return line == StreamLine.CONTENT
        || (line == StreamLine.START && !StreamLine.isBlank(text, start + MARKER, end));
  }
}
