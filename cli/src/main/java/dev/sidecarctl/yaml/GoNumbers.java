package dev.sidecarctl.yaml;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Floating-point numbers in the words of Go, which is what kubectl prints and compares. */
final class GoNumbers {
  private static final int MOST_DIGITS = 17;
  private static final int JSON_LARGE_EXPONENT = 21;
  private static final int JSON_SMALL_EXPONENT = -6;
  private static final int KEY_LARGE_EXPONENT = 6;
  private static final int KEY_SMALL_EXPONENT = -4;

  private GoNumbers() {}

  /**
   * As Go's JSON encoder prints it; {@code .inf} and {@code .nan}, which JSON lacks, as in YAML.
   */
  static String json(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return special(value);
    }
    String text =
        print(value, shortest(value, false), JSON_SMALL_EXPONENT, JSON_LARGE_EXPONENT, false);
    return text;
  }

  /** As a mapping's key, which passes through 32 bits on its way to JSON. */
  static String key(double value) {
    float narrow = (float) value;
    if (Float.isNaN(narrow) || Float.isInfinite(narrow)) {
      return special(narrow);
    }
    return print(narrow, shortest(narrow, true), KEY_SMALL_EXPONENT, KEY_LARGE_EXPONENT, true);
  }

  /** Whether a printed number has neither a point nor an exponent. */
  static boolean isWhole(String text) {
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String special(double value) {
    if (Double.isNaN(value)) {
      return ".nan";
    }
    return value > 0 ? ".inf" : "-.inf";
  }

  /** The fewest digits that read back as the same number; Java 17's own are sometimes one more. */
  private static BigDecimal shortest(double value, boolean single) {
    BigDecimal exact = new BigDecimal(Math.abs(value));
    for (int digits = 1; digits < MOST_DIGITS; digits++) {
      BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
      boolean same =
          single
              ? rounded.floatValue() == (float) Math.abs(value)
              : rounded.doubleValue() == Math.abs(value);
      if (same) {
        return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  private static String print(
      double value, BigDecimal size, int smallest, int largest, boolean padded) {
    boolean negative = value < 0 || (value == 0 && 1 / value < 0);
    StringBuilder text = new StringBuilder(negative ? "-" : "");
    int exponent = size.signum() == 0 ? 0 : size.precision() - size.scale() - 1;
    if (exponent >= smallest && exponent < largest) {
      return text.append(size.toPlainString()).toString();
    }
    String digits = size.unscaledValue().toString();
    text.append(digits.charAt(0));
    if (digits.length() > 1) {
      text.append('.').append(digits, 1, digits.length());
    }
    text.append('e').append(exponent < 0 ? '-' : '+');
    int magnitude = Math.abs(exponent);
    if (magnitude < 10 && (padded || exponent > 0)) {
      text.append('0');
    }
    return text.append(magnitude).toString();
  }
}
