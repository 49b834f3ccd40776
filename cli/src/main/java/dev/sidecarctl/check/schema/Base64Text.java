package dev.sidecarctl.check.schema;

/** Base64 as Go's encoding/json takes it for bytes: padded, line ends left aside. */
final class Base64Text {
  private static final int GROUP = 4;
  private static final int MOST_PADDING = 2;

  private Base64Text() {}

  static boolean isValid(String text) {
    int digits = 0;
    int padding = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\r') {
        continue;
      }
      if (c == '=') {
        padding++;
      } else if (padding > 0 || !isDigit(c)) {
        return false;
      } else {
        digits++;
      }
    }
    return padding <= MOST_PADDING && (digits + padding) % GROUP == 0;
  }

  private static boolean isDigit(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || c == '+'
        || c == '/';
  }
}
