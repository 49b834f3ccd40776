package dev.sidecarctl.command;

import picocli.CommandLine.ITypeConverter;

/**
 * A file, folder, glob or {@code -}, be it behind {@code -f} or not.
 *
 * @param order the place among all operands of the command line
 * @param text as given
 */
record Operand(int order, String text) implements Comparable<Operand> {

  @Override
  public int compareTo(Operand other) {
    return Integer.compare(order, other.order);
  }

  /** Numbers the operands as they come: the parser keeps those with and without -f apart. */
  static final class Counter implements ITypeConverter<Operand> {
    private int next;

    @Override
    public Operand convert(String text) {
      return new Operand(next++, text);
    }
  }
}
