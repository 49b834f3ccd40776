package dev.sidecarctl.yaml;

import org.snakeyaml.engine.v2.scanner.Scanner;
import org.snakeyaml.engine.v2.tokens.Token;

/** A scanner that keeps the tokens which the parser took since it was last asked for them. */
final class RecordingScanner implements Scanner {
  private final Scanner scanner;
  private TokenGroup taken = new TokenGroup();

  RecordingScanner(Scanner scanner) {
    this.scanner = scanner;
  }

  /** The tokens taken since the last call. */
  TokenGroup take() {
    TokenGroup group = taken;
    taken = new TokenGroup();
    return group;
  }

  @Override
  public boolean checkToken(Token.ID... choices) {
    return scanner.checkToken(choices);
  }

  @Override
  public boolean checkToken(Token.ID choice) {
    return scanner.checkToken(choice);
  }

  @Override
  public Token peekToken() {
    return scanner.peekToken();
  }

  @Override
  public boolean hasNext() {
    return scanner.hasNext();
  }

  @Override
  public Token next() {
    Token token = scanner.next();
    taken.add(token);
    return token;
  }

  @Override
  public void resetDocumentIndex() {
    scanner.resetDocumentIndex();
  }
}
