package dev.sidecarctl.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a document's text with tight offsets. All offsets are UTF-16 indices into the
 * document's source, ends exclusive, {@code -1} for what is not there.
 */
sealed interface YamlNode {

  /** Where the anchor and tag stand, and the content behind them. */
  Extent extent();

  /**
   * The stretch of a node.
   *
   * @param start of the first property, or of the content where there is none
   * @param propsEnd end of the last property; equal to {@code start} where there is none
   * @param body start of the content behind the properties; equal to {@code propsEnd} where the
   *     value is empty
   * @param end of the content: of the last descendant, never of trailing comments or blank lines
   * @param anchor without the ampersand; null for none
   * @param tag as written; null for none
   */
  record Extent(
      int start, int propsEnd, int body, int end, @Nullable String anchor, @Nullable String tag) {}

  /** How a scalar is written. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    LITERAL,
    FOLDED
  }

  /** A scalar; {@code text} is its content with escapes and folding undone. */
  record ScalarNode(Extent extent, String text, Style style) implements YamlNode {}

  /** A reference to an anchor; {@code target} is the anchored node. */
  record AliasNode(Extent extent, String name, YamlNode target) implements YamlNode {}

  /**
   * A list.
   *
   * @param flow whether in brackets
   * @param column of the first dash, from 0 in code points; of the bracket in flow style
   * @param items in order
   */
  record SequenceNode(Extent extent, boolean flow, int column, List<Item> items)
      implements YamlNode {}

  /**
   * A mapping.
   *
   * @param flow whether in braces
   * @param column of the first key, from 0 in code points; of the brace in flow style
   * @param entries in order, duplicates included
   * @param braceless a single pair in a flow list ({@code [a: b]}), which has no braces of its own
   */
  record MappingNode(
      Extent extent, boolean flow, int column, List<Entry> entries, boolean braceless)
      implements YamlNode {}

  /**
   * An item of a list.
   *
   * @param dash offset of the dash; -1 in flow style
   * @param comma offset of the comma behind the item; -1 if none
   * @param value what the item holds
   */
  record Item(int dash, int comma, YamlNode value) {}

  /**
   * An entry of a mapping.
   *
   * @param start of the key, or of the question mark of an explicit one
   * @param colon offset of the colon; -1 if none
   * @param comma offset of the comma behind the entry; -1 if none
   * @param explicitKey whether it begins with a question mark
   * @param key the key
   * @param value the value; empty ones have an extent right behind the colon
   */
  record Entry(
      int start, int colon, int comma, boolean explicitKey, YamlNode key, YamlNode value) {}
}
