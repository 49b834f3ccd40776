package dev.sidecarctl.lint.rule;

import java.util.List;

/** Between which quotes a place of a shell's script stands, and what would break out there. */
enum ShellQuotes {
  NONE,
  SINGLE,
  DOUBLE;

  /** What no value may hold there. */
  List<String> hostile() {
    return switch (this) {
      case NONE -> List.of(";", "$(x)", "`x`", "\"", "'", "&", "|", "\n", ">", " ");
      case SINGLE -> List.of("'");
      case DOUBLE -> List.of("\"", "$(x)", "`x`");
    };
  }

  /** The quotes around a place; a comment has none, whatever apostrophes it holds. */
  static ShellQuotes at(String script, int place) {
    ShellQuotes state = NONE;
    for (int i = 0; i < place; i++) {
      char c = script.charAt(i);
      if (c == '\\' && state != SINGLE) {
        i++;
      } else if (c == '#' && state == NONE && isWordStart(script, i)) {
        int end = script.indexOf('\n', i);
        i = end < 0 ? place : end;
      } else if (c == '\'' && state != DOUBLE) {
        state = state == SINGLE ? NONE : SINGLE;
      } else if (c == '"' && state != SINGLE) {
        state = state == DOUBLE ? NONE : DOUBLE;
      }
    }
    return state;
  }

  private static boolean isWordStart(String script, int at) {
    return at == 0 || Character.isWhitespace(script.charAt(at - 1)) || script.charAt(at - 1) == ';';
  }
}
