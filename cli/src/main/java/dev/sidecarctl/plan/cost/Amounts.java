package dev.sidecarctl.plan.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Amounts as people write them in {@code resources}: {@code 250m}, {@code 1.5}, {@code 96Mi}. */
public final class Amounts {
  private static final String[] UNITS = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
  private static final BigDecimal STEP = BigDecimal.valueOf(1024);

  private Amounts() {}

  /** So many processors: whole ones as a number, others in thousandths, rounded up. */
  public static String cpu(BigDecimal processors) {
    BigDecimal milli = processors.movePointRight(3).setScale(0, RoundingMode.CEILING);
    BigDecimal[] whole = milli.divideAndRemainder(BigDecimal.valueOf(1000));
    return whole[1].signum() == 0 ? whole[0].toPlainString() : milli.toPlainString() + "m";
  }

  /** So many bytes, in the largest unit in which they are a whole number; rounded up to bytes. */
  public static String memory(BigDecimal bytes) {
    BigDecimal amount = bytes.setScale(0, RoundingMode.CEILING);
    int unit = 0;
    while (amount.signum() != 0 && unit < UNITS.length - 1) {
      BigDecimal[] larger = amount.divideAndRemainder(STEP);
      if (larger[1].signum() != 0) {
        break;
      }
      amount = larger[0];
      unit++;
    }
    return amount.toPlainString() + UNITS[unit];
  }

  /** {@code +5m}, {@code -8Mi}, or {@code +0}. */
  public static String signed(BigDecimal amount, String text) {
    return amount.signum() < 0 ? text : "+" + text;
  }
}
