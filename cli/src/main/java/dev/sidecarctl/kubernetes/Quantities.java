package dev.sidecarctl.kubernetes;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Resource quantities such as {@code 100m}, {@code 0.1}, {@code 1Gi}, {@code 1e3}, compared by what
 * they amount to. The syntax is that of {@code apimachinery/pkg/api/resource}.
 */
public final class Quantities {
  private static final int MILLI = 1000;
  private static final int LONGEST = 100;
  private static final int FINEST_EXPONENT = -9;
  private static final String DECIMAL_SUFFIXES = "num kMGTPE";
  private static final String BINARY_SUFFIXES = "KMGTPE";

  private Quantities() {}

  /**
   * One form for all texts that mean one amount: {@code 1e-1} for {@code 100m} and {@code 0.1}.
   * What is finer than a billionth is rounded away from zero, as Kubernetes does. Empty for a text
   * that is no quantity.
   */
  public static Optional<String> canonical(String text) {
    Optional<Amount> amount = parse(text);
    return amount.isPresent() ? Optional.of(amount.get().toString()) : Optional.empty();
  }

  /** Whether two texts mean the same amount, or, where one is no quantity, are the same text. */
  public static boolean same(String left, String right) {
    if (left.equals(right)) {
      return true;
    }
    Optional<Amount> amount = parse(left);
    return amount.isPresent() && amount.equals(parse(right));
  }

  /**
   * Compares two quantities as {@link Comparable} does.
   *
   * @throws IllegalArgumentException if one of them is no quantity
   */
  public static int compare(String left, String right) {
    return require(left).compareTo(require(right));
  }

  /**
   * Whether nothing is left of a quantity behind the point, rounded up to thousandths.
   *
   * @throws IllegalArgumentException if it is no quantity
   */
  public static boolean isMilliWhole(String text) {
    Amount amount = require(text);
    return amount.exponent() >= 0;
  }

  /**
   * Whether a quantity is a whole number of times another one, which is not 0.
   *
   * @throws IllegalArgumentException if one of them is no quantity
   */
  public static boolean isMultiple(String text, String unit) {
    Amount amount = require(text);
    Amount step = require(unit);
    int low = Math.min(amount.exponent(), step.exponent());
    BigInteger divisor = step.shifted(low);
    return divisor.signum() != 0 && amount.shifted(low).remainder(divisor).signum() == 0;
  }

  /**
   * Whether one quantity is more than so many times another.
   *
   * @throws IllegalArgumentException if one of them is no quantity
   */
  public static boolean exceedsRatio(String text, String base, String ratio) {
    Amount product = require(base).times(require(ratio));
    return require(text).compareTo(product) > 0;
  }

  /**
   * The sum of two quantities, as short as it can be without a unit other than {@code m}.
   *
   * @throws IllegalArgumentException if one of them is no quantity
   */
  public static String sum(String left, String right) {
    Amount first = require(left);
    Amount second = require(right);
    int low = Math.min(0, Math.min(first.exponent(), second.exponent()));
    BigInteger sum = first.shifted(low).add(second.shifted(low));
    BigInteger scale = BigInteger.TEN.pow(-low);
    if (sum.remainder(scale).signum() == 0) {
      return sum.divide(scale).toString();
    }
    BigInteger thousand = BigInteger.valueOf(MILLI);
    BigInteger[] milli = sum.multiply(thousand).divideAndRemainder(scale);
    return milli[0].add(BigInteger.valueOf(milli[1].signum())) + "m";
  }

  private static Amount require(String text) {
    return parse(text).orElseThrow(() -> new IllegalArgumentException("no quantity: " + text));
  }

  private static Optional<Amount> parse(String text) {
    int end = numberEnd(text);
    if (end < 0 || text.length() > LONGEST) {
      return Optional.empty();
    }
    String number = text.substring(0, end);
    int point = number.indexOf('.');
    int fraction = point < 0 ? 0 : number.length() - point - 1;
    String digits = point < 0 ? number : number.substring(0, point) + number.substring(point + 1);
    boolean bare = digits.isEmpty() || digits.equals("-") || digits.equals("+");
    // The server reads "m", "k" and "." as 0.
    BigInteger unscaled = bare ? BigInteger.ZERO : new BigInteger(digits);
    if (bare && text.isEmpty()) {
      return Optional.empty();
    }
    return scaled(unscaled, -fraction, text.substring(end));
  }

  /** Where sign, digits and at most one point end; -1 if there is a second point. */
  private static int numberEnd(String text) {
    int at = text.startsWith("+") || text.startsWith("-") ? 1 : 0;
    boolean point = false;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '.') {
        if (point) {
          return -1;
        }
        point = true;
      } else if (c < '0' || c > '9') {
        break;
      }
    }
    return at;
  }

  private static Optional<Amount> scaled(BigInteger unscaled, int exponent, String suffix) {
    if (suffix.isEmpty()) {
      return Optional.of(Amount.of(unscaled, exponent));
    }
    if (suffix.length() == 1) {
      int power = DECIMAL_SUFFIXES.indexOf(suffix.charAt(0));
      return power < 0 || suffix.equals(" ")
          ? Optional.empty()
          : Optional.of(Amount.of(unscaled, exponent + (power - 3) * 3));
    }
    if (suffix.length() == 2 && suffix.charAt(1) == 'i') {
      int power = BINARY_SUFFIXES.indexOf(suffix.charAt(0)) + 1;
      return power == 0
          ? Optional.empty()
          : Optional.of(Amount.of(unscaled.shiftLeft(power * 10), exponent));
    }
    return exponentOf(suffix).map(further -> Amount.of(unscaled, exponent + further));
  }

  /** The number behind {@code e} or {@code E}. */
  private static Optional<Integer> exponentOf(String suffix) {
    char first = suffix.charAt(0);
    int at = suffix.charAt(1) == '-' || suffix.charAt(1) == '+' ? 2 : 1;
    int digits = suffix.length() - at;
    if ((first != 'e' && first != 'E') || digits < 1 || digits > 4) {
      return Optional.empty();
    }
    for (int i = at; i < suffix.length(); i++) {
      if (suffix.charAt(i) < '0' || suffix.charAt(i) > '9') {
        return Optional.empty();
      }
    }
    return Optional.of(Integer.parseInt(suffix.substring(suffix.charAt(1) == '+' ? 2 : 1)));
  }

  /**
   * A decimal number without zeros at the end of {@code unscaled}, so that equal amounts are equal.
   *
   * @param exponent of ten
   */
  private record Amount(BigInteger unscaled, int exponent) implements Comparable<Amount> {

    static Amount of(BigInteger unscaled, int exponent) {
      BigInteger number = unscaled;
      int power = exponent;
      if (power < FINEST_EXPONENT) {
        BigInteger[] parts = number.divideAndRemainder(BigInteger.TEN.pow(FINEST_EXPONENT - power));
        boolean exact = parts[1].signum() == 0;
        number = exact ? parts[0] : parts[0].add(BigInteger.valueOf(number.signum()));
        power = FINEST_EXPONENT;
      }
      if (number.signum() == 0) {
        return new Amount(BigInteger.ZERO, 0);
      }
      BigInteger[] parts = number.divideAndRemainder(BigInteger.TEN);
      while (parts[1].signum() == 0) {
        number = parts[0];
        power++;
        parts = number.divideAndRemainder(BigInteger.TEN);
      }
      return new Amount(number, power);
    }

    Amount times(Amount other) {
      return of(unscaled.multiply(other.unscaled), exponent + other.exponent);
    }

    @Override
    public int compareTo(Amount other) {
      int low = Math.min(exponent, other.exponent);
      return shifted(low).compareTo(other.shifted(low));
    }

    private BigInteger shifted(int low) {
      return unscaled.multiply(BigInteger.TEN.pow(exponent - low));
    }

    @Override
    public String toString() {
      return exponent == 0 ? unscaled.toString() : unscaled + "e" + exponent;
    }
  }
}
