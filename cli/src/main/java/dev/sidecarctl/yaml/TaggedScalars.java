package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.yaml.Value.Kind;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Scalars with a tag in front: the tag wins over the quotes, as in Go's reader. */
final class TaggedScalars {
  private static final String LONG_START = "!<tag:yaml.org,2002:";

  private static final int BASE64_GROUP = 4;

  private TaggedScalars() {}

  /** What a tagged scalar is; where its text does not fit the tag, a string. */
  static Value.Scalar resolve(ScalarNode scalar, @Nullable Location origin) {
    String text = scalar.text();
    return switch (shortTag(scalar)) {
      case "!!int", "!!float", "!!bool", "!!null" -> ScalarResolver.resolve(text, origin);
      case "!!binary" -> new Value.Scalar(Kind.STRING, decoded(text), origin);
      case "" ->
          scalar.style() == YamlNode.Style.PLAIN
              ? ScalarResolver.resolve(text, origin)
              : new Value.Scalar(Kind.STRING, text, origin);
      default -> new Value.Scalar(Kind.STRING, text, origin);
    };
  }

  /** Whether kubectl stops at a scalar because its text does not fit its tag. */
  static boolean misfits(ScalarNode scalar) {
    Kind kind = resolve(scalar, null).kind();
    return switch (shortTag(scalar)) {
      case "!!int" -> kind != Kind.INTEGER || ScalarResolver.integer(scalar.text()) == null;
      case "!!float" -> kind != Kind.FLOAT && kind != Kind.INTEGER;
      case "!!bool" -> kind != Kind.BOOLEAN;
      case "!!null" -> kind != Kind.NULL;
      case "!!binary" -> !isBase64(scalar.text());
      default -> false;
    };
  }

  private static String shortTag(ScalarNode scalar) {
    String tag = scalar.extent().tag();
    if (tag == null) {
      return "";
    }
    return tag.startsWith(LONG_START)
        ? "!!" + tag.substring(LONG_START.length(), tag.length() - 1)
        : tag;
  }

  private static boolean isBase64(String text) {
    // Go wants the padding that Java's decoder does without.
    if (withoutBreaks(text).length() % BASE64_GROUP != 0) {
      return false;
    }
    try {
      Base64.getDecoder().decode(withoutBreaks(text));
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String decoded(String text) {
    return isBase64(text)
        ? new String(Base64.getDecoder().decode(withoutBreaks(text)), StandardCharsets.UTF_8)
        : text;
  }

  private static String withoutBreaks(String text) {
    return text.replace("\n", "").replace("\r", "");
  }
}
