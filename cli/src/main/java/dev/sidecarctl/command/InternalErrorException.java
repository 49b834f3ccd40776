package dev.sidecarctl.command;

/** A mistake of ours, met while working on an input. */
final class InternalErrorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String input;

  InternalErrorException(String input, Throwable cause) {
    super(cause);
    this.input = input;
  }

  String input() {
    return input;
  }
}
