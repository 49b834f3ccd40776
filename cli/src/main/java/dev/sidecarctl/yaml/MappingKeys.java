package dev.sidecarctl.yaml;

import dev.sidecarctl.yaml.Value.Kind;
import dev.sidecarctl.yaml.YamlNode.AliasNode;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import dev.sidecarctl.yaml.YamlNode.Style;

/** Mapping keys as the strings that they become on their way to JSON. */
final class MappingKeys {
  private static final String MERGE = "<<";

  private MappingKeys() {}

  /**
   * The string that a key becomes: {@code on} is {@code true}, {@code 0x10} is {@code 16}. Keys
   * that kubectl refuses (null, lists, mappings) get their source text, so that no two become one.
   */
  static String canonical(YamlNode key, String text) {
    YamlNode node = key instanceof AliasNode alias ? alias.target() : key;
    if (!(node instanceof ScalarNode scalar)) {
      return text.substring(key.extent().body(), key.extent().end());
    }
    if (scalar.style() == Style.PLAIN && scalar.extent().tag() == null) {
      return ofPlain(scalar.text());
    }
    Value.Scalar value = TaggedScalars.resolve(scalar, null);
    Double number =
        TaggedScalars.isFloat(scalar) ? ScalarResolver.taggedFloat(scalar.text()) : null;
    if (number != null) {
      return GoNumbers.key(number);
    }
    return value.kind() == Kind.FLOAT || value.kind() == Kind.INTEGER
        ? ofPlain(scalar.text())
        : value.text();
  }

  /** Whether a key asks for another mapping's entries; quoted it is an ordinary key. */
  static boolean isMerge(YamlNode key) {
    if (!(key instanceof ScalarNode scalar) || !scalar.text().equals(MERGE)) {
      return false;
    }
    String tag = TaggedScalars.shortTag(scalar);
    return tag.isEmpty() ? scalar.style() == Style.PLAIN : tag.equals("!!merge") || tag.equals("!");
  }

  private static String ofPlain(String plain) {
    if (plain.isEmpty()) {
      return "null";
    }
    char first = plain.charAt(0);
    boolean numeric =
        first == '.' || first == '+' || first == '-' || (first >= '0' && first <= '9');
    if (!numeric) {
      return ScalarResolver.resolve(plain, null).text();
    }
    Double value = ScalarResolver.floatValue(plain);
    return value == null ? ScalarResolver.resolve(plain, null).text() : GoNumbers.key(value);
  }
}
