package dev.sidecarctl.command;

import dev.sidecarctl.command.file.ExitStatus;

/** Writes what is asked for to standard output. */
final class Printed {
  private Printed() {}

  /**
   * Writes a text.
   *
   * @throws dev.sidecarctl.command.file.StoppedException when it cannot be written
   */
  static ExitStatus on(Surroundings around, String text) {
    try {
      Delivery.write(text, around.out());
      return ExitStatus.DONE;
    } catch (Delivery.ReaderGoneException e) {
      return ExitStatus.FAILED;
    }
  }
}
