package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.yaml.Value.Kind;
import dev.sidecarctl.yaml.YamlNode.ScalarNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Scalars with a tag in front: the tag wins over the quotes, as in Go's reader. */
final class TaggedScalars {
  private static final String LONG_START = "!<tag:yaml.org,2002:";

  private static final Pattern TIME =
      Pattern.compile(
          "[0-9]{4}(-[0-9]{1,2}){2}"
              + "([Tt][0-9]{1,2}(:[0-9]{1,2}){2}(\\.[0-9]+)?(Z|[-+][0-9]{2}:[0-9]{2})"
              + "| [0-9]{1,2}(:[0-9]{1,2}){2}(\\.[0-9]+)?)?");

  private static final int BASE64_GROUP = 4;

  private TaggedScalars() {}

  /** What a tagged scalar is; where its text does not fit the tag, a string. */
  static Value.Scalar resolve(ScalarNode scalar, @Nullable Location origin) {
    String text = scalar.text();
    return switch (shortTag(scalar)) {
      case "!!int", "!!bool", "!!null" -> ScalarResolver.resolve(text, origin);
      case "!!float" -> ScalarResolver.resolveFloat(text, origin);
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
    String text = scalar.text();
    Kind kind = ScalarResolver.resolve(text, null).kind();
    return switch (shortTag(scalar)) {
      case "!!int" -> ScalarResolver.integer(text) == null;
      case "!!float" -> ScalarResolver.taggedFloat(text) == null;
      case "!!bool" -> kind != Kind.BOOLEAN;
      case "!!null" -> kind != Kind.NULL;
      case "!!timestamp" -> !TIME.matcher(text).matches();
      case "!!binary" -> !isBase64(text);
      default -> false;
    };
  }

  /** Whether a scalar is to be a float whatever its digits look like. */
  static boolean isFloat(ScalarNode scalar) {
    return shortTag(scalar).equals("!!float");
  }

  /** The tag as written, but for YAML's own, which have a short form; empty for none. */
  static String shortTag(ScalarNode scalar) {
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
