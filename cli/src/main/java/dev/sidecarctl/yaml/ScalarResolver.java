package dev.sidecarctl.yaml;

import dev.sidecarctl.diagnostic.Location;
import dev.sidecarctl.yaml.Value.Kind;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a plain scalar is to kubectl: YAML 1.1 as Go's sigs.k8s.io/yaml reads it, then JSON.
 * {@code yes} is a boolean, {@code 0644} is octal, {@code 10.0} is the integer 10.
 */
final class ScalarResolver {
  private static final BigInteger MAX_LONG = BigInteger.valueOf(Long.MAX_VALUE);
  private static final BigInteger MIN_LONG = BigInteger.valueOf(Long.MIN_VALUE);
  private static final int UNSIGNED_BITS = 64;

  private static final Pattern FLOAT =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final Pattern POINT_FLOAT =
      Pattern.compile("\\.[0-9](_?[0-9])*([eE][-+]?[0-9](_?[0-9])*)?");

  private static final Map<String, Boolean> BOOLEANS =
      Map.ofEntries(
          Map.entry("y", true),
          Map.entry("Y", true),
          Map.entry("yes", true),
          Map.entry("Yes", true),
          Map.entry("YES", true),
          Map.entry("true", true),
          Map.entry("True", true),
          Map.entry("TRUE", true),
          Map.entry("on", true),
          Map.entry("On", true),
          Map.entry("ON", true),
          Map.entry("n", false),
          Map.entry("N", false),
          Map.entry("no", false),
          Map.entry("No", false),
          Map.entry("NO", false),
          Map.entry("false", false),
          Map.entry("False", false),
          Map.entry("FALSE", false),
          Map.entry("off", false),
          Map.entry("Off", false),
          Map.entry("OFF", false));

  private ScalarResolver() {}

  /** What a scalar without a tag and without quotes is. */
  static Value.Scalar resolve(String plain, @Nullable Location origin) {
    if (plain.isEmpty()) {
      return new Value.Scalar(Kind.NULL, "null", origin);
    }
    char first = plain.charAt(0);
    if (first == '.' || first == '+' || first == '-' || (first >= '0' && first <= '9')) {
      return number(plain, origin);
    }
    if (plain.equals("~") || isNullWord(plain)) {
      return new Value.Scalar(Kind.NULL, "null", origin);
    }
    Boolean truth = plain.length() > "false".length() ? null : BOOLEANS.get(plain);
    return truth == null
        ? new Value.Scalar(Kind.STRING, plain, origin)
        : new Value.Scalar(Kind.BOOLEAN, truth.toString(), origin);
  }

  private static boolean isNullWord(String plain) {
    return plain.equals("null") || plain.equals("Null") || plain.equals("NULL");
  }

  private static Value.Scalar number(String plain, @Nullable Location origin) {
    BigInteger whole = integer(plain);
    if (whole != null) {
      return fitsLong(whole)
          ? new Value.Scalar(Kind.INTEGER, whole.toString(), origin)
          : number(whole.doubleValue(), origin);
    }
    Double value = fraction(plain);
    return value == null ? new Value.Scalar(Kind.STRING, plain, origin) : number(value, origin);
  }

  /** What a scalar with the tag of floats is: a whole number goes through a float's 53 bits. */
  static Value.Scalar resolveFloat(String text, @Nullable Location origin) {
    Double value = taggedFloat(text);
    return value == null ? resolve(text, origin) : number(value, origin);
  }

  /** The number under a text that a tag says is a float; null where kubectl refuses it. */
  static @Nullable Double taggedFloat(String text) {
    if (text.isEmpty() || text.charAt(0) == '_') {
      return null;
    }
    BigInteger whole = integer(text);
    if (whole == null) {
      return fraction(text);
    }
    return fitsLong(whole) ? whole.doubleValue() : null;
  }

  /** A number as it arrives after its way through JSON: whole ones are integers. */
  private static Value.Scalar number(double value, @Nullable Location origin) {
    String text = GoNumbers.json(value);
    boolean whole = GoNumbers.isWhole(text) && fitsLong(new BigInteger(text));
    String canonical = text.equals("-0") ? "0" : text;
    return new Value.Scalar(whole ? Kind.INTEGER : Kind.FLOAT, canonical, origin);
  }

  private static boolean fitsLong(BigInteger whole) {
    return whole.compareTo(MAX_LONG) <= 0 && whole.compareTo(MIN_LONG) >= 0;
  }

  /** The number under a plain scalar if it is a float and no integer; infinities included. */
  static @Nullable Double floatValue(String plain) {
    return integer(plain) == null ? fraction(plain) : null;
  }

  private static @Nullable Double fraction(String plain) {
    Double special = special(plain);
    if (special != null) {
      return special;
    }
    boolean point = plain.charAt(0) == '.';
    String digits = plain.replace("_", "");
    boolean fits = point ? POINT_FLOAT.matcher(plain).matches() : FLOAT.matcher(digits).matches();
    if (!fits) {
      return null;
    }
    double value = Double.parseDouble(digits);
    return Double.isInfinite(value) ? null : value;
  }

  private static @Nullable Double special(String plain) {
    return switch (plain) {
      case ".nan", ".NaN", ".NAN" -> Double.NaN;
      case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF" -> Double.POSITIVE_INFINITY;
      case "-.inf", "-.Inf", "-.INF" -> Double.NEGATIVE_INFINITY;
      default -> null;
    };
  }

  /** The number under a plain scalar if Go's reader takes it for an integer of 64 bits. */
  static @Nullable BigInteger integer(String plain) {
    if (plain.startsWith("_")) {
      return null;
    }
    String digits = plain.indexOf('_') < 0 ? plain : plain.replace("_", "");
    boolean signed = !digits.isEmpty() && (digits.charAt(0) == '-' || digits.charAt(0) == '+');
    boolean negative = signed && digits.charAt(0) == '-';
    BigInteger size = unsignedInteger(signed ? digits.substring(1) : digits);
    if (size == null) {
      return null;
    }
    BigInteger value = negative ? size.negate() : size;
    boolean fits = signed ? fitsLong(value) : size.bitLength() <= UNSIGNED_BITS;
    return fits ? value : null;
  }

  private static @Nullable BigInteger unsignedInteger(String digits) {
    int radix = 10;
    int start = 0;
    if (digits.length() > 1 && digits.charAt(0) == '0') {
      radix = radixOf(digits.charAt(1));
      start = radix == 8 && digits.charAt(1) != 'o' && digits.charAt(1) != 'O' ? 1 : 2;
    }
    if (start == digits.length()) {
      return null;
    }
    for (int i = start; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c > 'f' || Character.digit(c, radix) < 0) {
        return null;
      }
    }
    return new BigInteger(digits.substring(start), radix);
  }

  private static int radixOf(char letter) {
    return switch (letter) {
      case 'x', 'X' -> 16;
      case 'b', 'B' -> 2;
      default -> 8;
    };
  }
}
