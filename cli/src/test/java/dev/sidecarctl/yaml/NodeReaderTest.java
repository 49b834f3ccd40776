package dev.sidecarctl.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sidecarctl.text.Source;
import dev.sidecarctl.yaml.YamlNode.AliasNode;
import dev.sidecarctl.yaml.YamlNode.Entry;
import dev.sidecarctl.yaml.YamlNode.MappingNode;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import dev.sidecarctl.yaml.YamlNode.SequenceNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nodes stand. In the tables {@code /} is a line feed, {@code _} a blank. */
class NodeReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "k: v # c/; v",
        "k: a/  b # c/n: 1; a/__b",
        "k: 'it''s' # c; 'it''s'",
        "k: \"a b\"  /; \"a b\"",
        "k:/n: 1; ``",
        "k:  # c//n: 1; ``",
        "k: |/  x/; |/__x",
        "k: |/  x///# c/n: 1; |/__x",
        "k: |/  x/ /    /n: 1; |/__x/_/____",
        "k: |/  x/ /  /n: 1; |/__x",
        "k: |+/  x///n: 1; |+/__x//",
        "k: |+/  x/; |+/__x",
        "k: >-/  x//  y//# c; >-/__x//__y",
        "k: |2/    x/  /   /n: 1; |2/____x/__/___",
        "k: |  # header/n: 1; |  # header",
        "k: |//n: 1; |",
        "k: |/  x; |/__x",
        "k: &a v; v",
        "k: !!str v # c; v",
        "k: &a; ``",
        "k: &a !!str; ``",
        "k: []; []",
        "k: [a, # c/ b ] # d; [a, # c/ b ]",
        "k: {a: 1,/  } # d; {a: 1,/  }",
        "k:/- a # c/# d/n: 1; -_a",
        "k:/  - a/  -//  # d/n: 1; -_a/__-",
        "k:/  a: 1 # c//# d/n: 1; a:_1",
        "k:/  a:/n: 1; a:",
        "k:/  ? a/n: 1; ?_a",
        "k: &a/  b: 1; b:_1",
        "k: &a/- b; -_b",
        "k:\tv; v"
      })
  void contentIsTight(String text, String content) {
    String plain = lines(text);
    YamlNode value = entry(plain, 0).value();
    assertThat(plain.substring(value.extent().body(), value.extent().end()).replace(' ', '_'))
        .isEqualTo(lines(content).replace(' ', '_'));
  }

  @Test
  void emptyValuesStandRightBehindTheColonOrDash() {
    assertThat(entry("k:  # c\n\nn: 1\n", 0).value().extent().start()).isEqualTo(2);
    SequenceNode list = (SequenceNode) root("-  # c\n\n- \n");
    assertThat(list.items().get(0).value().extent().end()).isEqualTo(1);
    assertThat(list.items().get(1).value().extent().end()).isEqualTo(9);
  }

  @Test
  void missingValuesStandBehindTheKey() {
    assertThat(entry("{a, b: }", 0).value().extent().start()).isEqualTo(2);
    assertThat(entry("? a\n\n? b\n", 0).value().extent().start()).isEqualTo(3);
    assertThat(entry("? a\n\n? b\n", 0).colon()).isEqualTo(-1);
  }

  @Test
  void propertiesStandBeforeTheBody() {
    YamlNode.Extent extent = entry("k: &a !!str  v", 0).value().extent();
    assertThat(extent).isEqualTo(new YamlNode.Extent(3, 11, 13, 14, "a", "!!str"));
    YamlNode.Extent alone = entry("k: &a\nn: 1", 0).value().extent();
    assertThat(alone).isEqualTo(new YamlNode.Extent(3, 5, 5, 5, "a", null));
  }

  @Test
  void theAnchorOfAKeyIsNotItsMappings() {
    MappingNode mapping = (MappingNode) root("&k a: 1");
    assertThat(mapping.extent().anchor()).isNull();
    assertThat(mapping.entries().get(0).key().extent().anchor()).isEqualTo("k");
  }

  @Test
  void dashesColonsAndCommas() {
    SequenceNode block = (SequenceNode) entry("k:\n  - a\n  -   b\n", 0).value();
    assertThat(block.column()).isEqualTo(2);
    assertThat(block.items().get(0).dash()).isEqualTo(5);
    assertThat(block.items().get(1).dash()).isEqualTo(11);
    SequenceNode flow = (SequenceNode) root("[a , b,]");
    assertThat(flow.items().get(0).comma()).isEqualTo(3);
    assertThat(flow.items().get(1).comma()).isEqualTo(6);
    Entry entry = entry("{a : 1, b: 2}", 0);
    assertThat(entry.colon()).isEqualTo(3);
    assertThat(entry.comma()).isEqualTo(6);
    assertThat(entry("{a: 1, b: 2}", 1).comma()).isEqualTo(-1);
  }

  @Test
  void nestedListsOnOneLine() {
    SequenceNode outer = (SequenceNode) root("- - a\n  - b\n- c\n");
    SequenceNode inner = (SequenceNode) outer.items().get(0).value();
    assertThat(inner.column()).isEqualTo(2);
    assertThat(inner.extent().end()).isEqualTo(11);
  }

  @Test
  void explicitKeysBeginAtTheQuestionMark() {
    Entry entry = entry("? a\n: b\n", 0);
    assertThat(entry.explicitKey()).isTrue();
    assertThat(entry.start()).isZero();
    assertThat(entry.colon()).isEqualTo(4);
  }

  @Test
  void pairsInAListHaveNoBraces() {
    SequenceNode list = (SequenceNode) root("[a: b, {c: d}, ? e : f]");
    MappingNode pair = (MappingNode) list.items().get(0).value();
    assertThat(pair.braceless()).isTrue();
    assertThat(pair.extent().end()).isEqualTo(5);
    assertThat(((MappingNode) list.items().get(1).value()).braceless()).isFalse();
    assertThat(((MappingNode) list.items().get(2).value()).braceless()).isTrue();
  }

  @Test
  void aliasesKnowTheirAnchor() {
    MappingNode mapping = (MappingNode) root("a: &x [1]\nb: *x # c\n&x c: *x");
    AliasNode alias = (AliasNode) mapping.entries().get(1).value();
    assertThat(alias.target()).isSameAs(mapping.entries().get(0).value());
    assertThat(alias.extent().end()).isEqualTo(15);
    assertThat(((AliasNode) mapping.entries().get(2).value()).target())
        .isSameAs(mapping.entries().get(2).key());
  }

  @Test
  void offsetsCountUtf16AndTheByteOrderMark() {
    String text = "\uFEFF# 😀\na: 😀 # 😀\nb: x\n---\n# 😀\nc: 😀y\n";
    Entry a = entry(text, 0);
    assertThat(text.substring(a.value().extent().body(), a.value().extent().end())).isEqualTo("😀");
    Entry b = entry(text, 1);
    assertThat(text.charAt(b.value().extent().body())).isEqualTo('x');
    YamlDocument second = YamlStream.of(new Source("a.yaml", text)).documents().get(1);
    Entry c = ((MappingNode) second.root()).entries().get(0);
    assertThat(text.substring(c.start(), c.value().extent().end())).isEqualTo("c: 😀y");
    assertThat(((MappingNode) root("\uFEFFa: 1")).column()).isZero();
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(((ScalarNode) entry("k: |\n  x", 0).value()).text()).isEqualTo("x\n");
    assertThat(entry("k: |\r\n  x\r\n\r\nn: 1", 0).value().extent().end()).isEqualTo(9);
  }

  private static String lines(String text) {
    return text.replace('/', '\n').replace('_', ' ');
  }

  private static YamlNode root(String text) {
    return YamlStream.of(new Source("a.yaml", text)).documents().get(0).root();
  }

  private static Entry entry(String text, int index) {
    return ((MappingNode) root(text)).entries().get(index);
  }
}
