package dev.sidecarctl.yaml;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.tokens.Token;

/** The tokens that one parser event was made of; events alone do not tell where dashes stand. */
final class TokenGroup {
  @Nullable Token dash;
  @Nullable Token key;
  @Nullable Token colon;
  @Nullable Token comma;
  @Nullable Token anchor;
  @Nullable Token tag;

  /** The scalar, the alias, or the end of a collection. */
  @Nullable Token content;

  void add(Token token) {
    switch (token.getTokenId()) {
      case BlockEntry -> dash = token;
      case Key -> key = token;
      case Value -> colon = token;
      case FlowEntry -> comma = token;
      case Anchor -> anchor = token;
      case Tag -> tag = token;
      default -> content = token;
    }
  }
}
